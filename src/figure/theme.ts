/** Colours and type of all figures. The paper is white: a PNG cannot follow a reader's dark mode. */
export const theme = {
  ink: "#1f2430",
  faint: "#5b6372",
  line: "#aab1c0",
  grid: "#e6e8ee",
  paper: "#ffffff",
} as const;

/** Okabe and Ito 2008, "Color Universal Design": told apart by the colour-blind too. */
export const hue = {
  blue: "#0072B2",
  orange: "#E69F00",
  green: "#009E73",
  red: "#D55E00",
  sky: "#56B4E9",
  purple: "#CC79A7",
  grey: "#8a8f9c",
} as const;

/** The name inside the bundled font files; see rasterize.ts. */
export const font = "Source Sans 3";

/** For browsers, which may lack that font: a baseline that is opened in one stays readable. */
export const fontFamily = `${font}, sans-serif`;

/** In CSS pixels. */
export const fontSize = { title: 18, text: 13 } as const;

/** Dash patterns that go with the hues, so that no curve is identified by its colour alone. */
export const dash = { dotted: "1.5 3.2", dashed: "6 4", fine: "3 3" } as const;
