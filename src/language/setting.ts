import { z } from "zod";

/**
 * The words in which the schemas of arms and claims are written. The text of each says what is expected, so that a fault
 * reads "expected …, got …" (see faults.ts).
 */

/** A finite number. @param expected reads after the word "expected" */
export const number = (expected = "a finite number", holds: (value: number) => boolean = () => true) =>
  z.number({ error: expected }).refine(holds, { error: expected });

/** A number of things, counted from 0. */
export const count = number("a whole number of 0 or more", (value) => Number.isSafeInteger(value) && value >= 0);

/** The most that a size may be: far beyond any use, so that a slip of the keyboard does not allocate the machine's memory. */
const largestSize = 1_000_000;

/** A number of things of which there must be some, and that have to fit into memory. */
export const size = number(
  `a whole number from 1 to ${largestSize.toLocaleString("en")}`,
  (value) => Number.isSafeInteger(value) && value >= 1 && value <= largestSize,
);

export const positive = number("a number above 0", (value) => value > 0);

/** A scale that may vanish: a step size or standard deviation of 0 is a control that specs use. */
export const notNegative = number("a number of 0 or more", (value) => value >= 0);

export const boolean = z.boolean({ error: "true or false" });

/** Text with at least one character. */
export const text = z.string({ error: "some text" }).min(1, { error: "some text" });

/** One of several words. */
export const word = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  z.enum(words, { error: words.length === 1 ? `"${words[0]}"` : `one of ${words.join(", ")}` });

/** Two numbers. */
export const pair = z.tuple([number(), number()], { error: "two numbers" });

/** Two numbers, the first below the second. */
export const interval = pair.refine(([low, high]) => low < high, { error: "two numbers, the first below the second" });

/** A list. @param expected reads after the word "expected" */
export const list = <Item extends z.ZodType>(item: Item, expected = "a list", least = 0) =>
  z.array(item, { error: expected }).min(least, { error: expected });

/** Settings of these names and no others. */
export const settings = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: ({ code }) =>
      code === "unrecognized_keys"
        ? `no other settings than ${Object.keys(shape).join(", ")}`
        : `settings (${Object.keys(shape).join(", ")})`,
  });

/** Settings of several kinds, told apart by the setting `kind`. */
export const kinds = <Options extends readonly [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]]>(
  options: Options,
) =>
  z.discriminatedUnion("kind", options, {
    error: ({ code }) => {
      const known = options.flatMap((option) => [...(option._zod.propValues?.kind ?? [])]).join(", ");
      return code === "invalid_union" ? `one of ${known}` : `settings with a kind (${known})`;
    },
  });

/** What a schema describes, as data that nobody may change. Documentation comments of the schema's fields come along. */
export type Plain<T> = T extends object ? { readonly [Name in keyof T]: Plain<T[Name]> } : T;
