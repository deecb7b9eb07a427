/** Spread of generated samples, as a share of the data's, below which a trained generator counts as collapsed. */
export const collapsed = 0.01;
