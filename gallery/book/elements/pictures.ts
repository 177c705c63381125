/** A hill under a sky, as a picture that costs no request. */
export const hill = (sky: string, ground: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns='http://www.w3.org/2000/svg' width='640' height='360'><rect width='640' height='360' fill='${sky}'/><circle cx='480' cy='90' r='40' fill='#fff8'/><path d='M0 260Q160 150 320 240T640 200V360H0Z' fill='${ground}'/></svg>`,
  )}`;
