/** What the notebook plots as the objective. */
import type { Points } from "../../src/games/bias.game.ts";

/** (Σ −u_real² + Σ log(1 − exp(−u_fake²))) / 2n, as in the notebook's cell "plot objectives". */
export function objectiveOf({ real, input }: Points): (bD: number, bG: number) => number {
  return (bD, bG) => {
    let sum = 0;
    for (const x of real) sum -= (x + bD) ** 2;
    for (const z of input) sum += logOneMinusExp((z + bG + bD) ** 2);
    return sum / (2 * real.length);
  };
}

/** log(1 − e^(−a)) for a > 0, without cancellation (Mächler 2012, "Accurately computing log(1 − exp(−|a|))", eq. 7). */
const logOneMinusExp = (a: number): number => (a > Math.LN2 ? Math.log1p(-Math.exp(-a)) : Math.log(-Math.expm1(-a)));
