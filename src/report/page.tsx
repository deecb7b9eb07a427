/** @jsxRuntime automatic @jsxImportSource preact */
import { readFileSync } from "node:fs";
import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import type { SourceView } from "./assemble.ts";
import { formatDate } from "./format.ts";
import type { Results } from "./results.ts";

export interface PageProps {
  readonly title: string;
  readonly results: Results;
  /** All sources with a page, for the navigation. */
  readonly sources: readonly SourceView[];
  /** Id of the page's own source; undefined on the index. */
  readonly current?: string;
  readonly children: ComponentChildren;
}

/** One self-contained HTML file: styles, script and images are inside, and a content policy forbids every request. */
export function renderPage(props: PageProps): string {
  return `<!doctype html>\n${renderToString(<Page {...props} />)}\n`;
}

function Page({ title, results, sources, current, children }: PageProps) {
  const run = sources.find(({ source }) => source.id === current)?.source.run ?? results;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content={contentPolicy} />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
        <script dangerouslySetInnerHTML={{ __html: client }} />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to content
        </a>
        <SiteHeader sources={sources} current={current} />
        {children}
        <footer class="site-footer">
          <p>
            Engine {run.engine}
            {run.environment.device && ` on ${run.environment.device}`}, {formatDate(run.createdAt)}. Drawn from{" "}
            <code>results.json</code>, schema {results.schema}; this page is self-contained.
          </p>
        </footer>
        <dialog class="lightbox" aria-label="Enlarged figure">
          <form method="dialog">
            <button type="submit" aria-label="Close">
              Close
            </button>
          </form>
          <div class="lightbox-image" />
        </dialog>
      </body>
    </html>
  );
}

const SiteHeader = ({ sources, current }: Pick<PageProps, "sources" | "current">) => (
  <header class="site-header">
    <nav aria-label="Sources">
      <a class="home" href="index.html" aria-current={current === undefined ? "page" : undefined}>
        gan-repro
      </a>
      <ul>
        {sources.map(({ source: { id } }) => (
          <li key={id}>
            <a href={`${id}.html`} aria-current={current === id ? "page" : undefined}>
              {id}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <button type="button" class="theme" aria-label="Switch between light and dark">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.4" />
        <path d="M8 1.6a6.4 6.4 0 0 1 0 12.8z" fill="currentColor" />
      </svg>
    </button>
  </header>
);

const contentPolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

const partOfPage = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

// In this order: later files may rely on what earlier ones set.
const styleFiles = [
  "theme",
  "text",
  "frame",
  "verdicts",
  "drawings",
  "claims-table",
  "gallery",
  "claim",
  "figures",
  "reference",
  "contents",
  "print",
];
const style = styleFiles.map((name) => partOfPage(`./style/${name}.css`)).join("\n");
const client = partOfPage("./client.js");
