import { expect, test } from "vitest";
import { quotationFaults } from "./quotations.ts";

const document = `# The *game*
1. D can reject the samples—with “great” confidence &amp; <b>early</b>, as $p_{\\text{data}}(x)$ is
not  like $p_g$, and $D$ 's is $\\sim N(0, 1)$. See [the post](#).

\`\`\`
1 for _ in range(10):
2     train(step_size = 0.1)
12
13    # apply it twice
\`\`\`
`;

test.each([
  ["words over the end of a line", "p_data(x) is not like p_g"],
  ["without TeX", "D's is ~N(0,1)."],
  ["without Markdown", "The game"],
  ["without HTML", '"great" confidence & early'],
  ["with another dash and other marks", "samples – with 'great'".replaceAll("'", '"')],
  ["a link's text", "See the post."],
  ["code without the numbers of its lines", "for _ in range(10): train(step_size=0.1) # apply it twice"],
  ["code with them", "2 train(step_size = 0.1)"],
  ["what is left out in the middle", "D can reject … early"],
  ["what is left out, with three dots", "reject the samples ... like $p_g$"],
  ["the document's own number", "1. D can"],
])("found: %s", (_, quote) => {
  expect(quotationFaults(quote, document)).toBeUndefined();
});

test.each([
  [
    "another word",
    "D can reject most samples",
    'expected "D can reject most samples" in the document, got at the nearest "D can reject the samples—with"',
  ],
  ["a word that is left out silently", "reject samples", "in the document"],
  ["another number", "range(100)", "in the document"],
  ["a part of a word", "an reject", "in the document"],
  ["another case", "the Game", "in the document"],
  ["another sign", "step_size = -0.1", "in the document"],
  ["parts in another order", "See the post … D can reject", 'expected "D can reject" behind what is quoted before it'],
  ["one part of two", "D can reject … all of it", 'expected "all of it"'],
  ["a description of a picture", "(figure of the game)", "in the document"],
  ["nothing", " … ", "expected words in the quotation"],
])("not found: %s", (_, quote, fault) => {
  expect(quotationFaults(quote, document)).toContain(fault);
});

test("a notebook's JSON is read as the text in it", () => {
  const notebook = JSON.stringify(
    { cells: [{ source: ['print("a")\n', "# then\n"] }, { source: ["b = 'c'"] }] },
    null,
    1,
  );
  expect(quotationFaults("print(\"a\") # then b = 'c'", notebook)).toBeUndefined();
  expect(quotationFaults("print(b)", notebook)).toContain("in the document");
});
