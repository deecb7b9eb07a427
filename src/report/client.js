// What the pages do beyond showing: everything here is an addition, no content depends on it.
// The chosen theme comes first, before the page is painted.
const root = document.documentElement;
applyTheme(stored("theme"));

addEventListener("DOMContentLoaded", () => {
  startTheme();
  startContents();
  for (const button of document.querySelectorAll(".copy")) startCopy(button);
  for (const film of document.querySelectorAll(".film")) startFilm(film);
  for (const comparison of document.querySelectorAll(".compare")) startComparison(comparison);
  startLightbox();
  const table = document.querySelector(".claims");
  if (table) startTable(table);
});

addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details:not(.digests)")) folded.open = true;
});

function applyTheme(theme) {
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
}

/** The button goes to the other of what is shown now, and the choice is remembered. */
function startTheme() {
  document.querySelector(".theme").addEventListener("click", () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    const theme = dark ? "light" : "dark";
    applyTheme(theme);
    store("theme", theme);
  });
}

/** On a narrow screen the contents start folded. */
function startContents() {
  const contents = document.querySelector(".contents details");
  if (contents && matchMedia("(max-width: 999px)").matches) contents.open = false;
}

function startCopy(button) {
  button.addEventListener("click", async () => {
    const command = button.parentElement.querySelector("code");
    try {
      await navigator.clipboard.writeText(command.textContent);
      button.textContent = "Copied";
    } catch {
      // Without permission: select it, so that one key copies.
      getSelection().selectAllChildren(command);
      button.textContent = "Selected";
    }
    setTimeout(() => {
      button.textContent = "Copy";
    }, 2000);
  });
}

/** The slider scrubs, its arrow keys step, the button plays at 8 frames a second from where the slider stands. */
function startFilm(film) {
  const labels = JSON.parse(film.dataset.labels);
  const image = film.querySelector("img");
  const slider = film.querySelector("input");
  const label = film.querySelector("output");
  const play = film.querySelector(".play");
  const frames = Number(slider.max) + 1;
  const millisecondsPerFrame = 125;
  let timer;

  const show = (frame) => {
    slider.value = frame;
    image.style.transform = `translateX(${(-100 * frame) / frames}%)`;
    label.textContent = labels[frame] ?? "";
    slider.setAttribute("aria-valuetext", label.textContent);
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    play.classList.remove("playing");
    play.setAttribute("aria-label", "Play");
  };
  const start = () => {
    if (Number(slider.value) === frames - 1) show(0);
    play.classList.add("playing");
    play.setAttribute("aria-label", "Pause");
    timer = setInterval(() => {
      show(Number(slider.value) + 1);
      if (Number(slider.value) === frames - 1) stop();
    }, millisecondsPerFrame);
  };

  play.addEventListener("click", () => (timer === undefined ? start() : stop()));
  slider.addEventListener("input", () => {
    stop();
    show(Number(slider.value));
  });
  show(frames - 1);
}

/** Buttons or the keys 1, 2, 3 … choose how actual and baseline are laid over each other. */
function startComparison(comparison) {
  const buttons = [...comparison.querySelectorAll(".modes button")];
  const choose = (chosen) => {
    comparison.dataset.mode = chosen.dataset.mode;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button === chosen));
  };
  for (const button of buttons) button.addEventListener("click", () => choose(button));
  comparison.addEventListener("keydown", (event) => {
    const button = buttons[Number(event.key) - 1];
    if (button) choose(button);
  });
  const wipe = comparison.querySelector(".wipe");
  wipe.addEventListener("input", () => comparison.style.setProperty("--at", `${wipe.value}%`));
}

function startLightbox() {
  const lightbox = document.querySelector(".lightbox");
  for (const button of document.querySelectorAll(".enlarge")) {
    button.addEventListener("click", () => {
      lightbox.querySelector(".lightbox-image").replaceChildren(button.querySelector("img").cloneNode());
      lightbox.showModal();
    });
  }
  lightbox.addEventListener("click", (event) => {
    if (event.target === lightbox) lightbox.close();
  });
}

/** Search, filters and sorting of the table of claims. */
function startTable(table) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const search = document.querySelector(".tools input[type=search]");
  const filters = [...document.querySelectorAll(".verdict-filter input")];
  const chosen = (says) =>
    filters.filter((box) => box.checked && (box.closest(".says-filter") !== null) === says).map((box) => box.value);
  const shown = document.querySelector(".shown");

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/);
    const [verdicts, sayings] = [chosen(false), chosen(true)];
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      const isChosen = verdicts.includes(row.dataset.verdict) && sayings.includes(row.dataset.says);
      row.hidden = !isChosen || !words.every((word) => text.includes(word));
    }
    shown.textContent = `${rows.filter((row) => !row.hidden).length} shown`;
  };
  search.addEventListener("input", filter);
  for (const box of filters) box.addEventListener("change", filter);

  const headers = [...table.tHead.rows[0].cells];
  headers.forEach((header, column) => {
    header.querySelector("button").addEventListener("click", () => {
      const direction = header.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      for (const other of headers) other.removeAttribute("aria-sort");
      header.setAttribute("aria-sort", direction === 1 ? "ascending" : "descending");
      body.append(...rows.toSorted((a, b) => direction * compareCells(a.cells[column], b.cells[column])));
    });
  });
  filter();
}

/** By their `data-sort` numbers where they have them, else by their text. */
function compareCells(a, b) {
  if (a.dataset.sort !== undefined) return Number(a.dataset.sort) - Number(b.dataset.sort);
  return a.textContent.localeCompare(b.textContent, "en", { numeric: true });
}

// A page opened from disk may have no storage; then a choice lasts as long as the page.
function stored(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function store(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Nothing to be done, and nothing lost but the memory of a choice.
  }
}
