/** Names of the scenarios that the first page leads to. */
export const famousScenes = {
  'two-leaders': 'Two leaders',
  'figure-7': 'Figure 7',
  'figure-8': 'Figure 8',
  'figure-8-unsafe': 'Figure 8, the unsafe rule',
};
