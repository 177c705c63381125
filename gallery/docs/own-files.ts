/** Pictures that an example names; there are none here, so that each is drawn. */
const PICTURE = /(["'`])\/assets\/([\w.-]+)\.(?:jpg|png|webp)\1/g;
const ANY_FILE = /["'`]\/assets\//;

/** The code with pictures for those it names; `undefined` where it needs other files, which only an app has. */
export function withPictures(code: string): string | undefined {
  const drawn = code.replace(PICTURE, (_, _quote: string, name: string) => JSON.stringify(landscape(name)));
  return ANY_FILE.test(drawn) ? undefined : drawn;
}

/** Hills below a sky, in colours that the name decides. */
function landscape(name: string): string {
  const hue = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0) * 7, 0) % 360;
  const shapes = [
    `<rect width="640" height="400" fill="hsl(${hue} 55% 82%)"/>`,
    `<circle cx="480" cy="110" r="44" fill="hsl(${(hue + 60) % 360} 80% 92%)"/>`,
    `<path d="M0 290 170 130l130 150 110-90 230 150v60H0z" fill="hsl(${hue} 35% 52%)"/>`,
    `<path d="M0 340q160-70 330-20t310-30v110H0z" fill="hsl(${hue} 40% 32%)"/>`,
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" width="640" height="400">${shapes.join("")}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
