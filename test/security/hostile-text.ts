import type { Random } from "../support/random.ts";

/** Texts that become markup or code where somebody forgets to escape them. */
export const HOSTILE_TEXTS = [
  "<script>pwned=1</script>",
  "</script><script>pwned=1</script>",
  "<img src=x onerror=pwned=1>",
  '"><svg onload=pwned=1>',
  "' onmouseover='pwned=1",
  '" autofocus onfocus="pwned=1',
  "--><img src=x onerror=pwned=1><!--",
  "]]><img src=x onerror=pwned=1>",
  "</textarea><img src=x onerror=pwned=1>",
  "</title><img src=x onerror=pwned=1>",
  "</option></select><img src=x onerror=pwned=1>",
  "</noscript><img src=x onerror=pwned=1>",
  "<math><mtext><table><mglyph><style><img src=x onerror=pwned=1>",
  "&lt;script&gt;pwned=1&lt;/script&gt;",
  "&#60;img src=x onerror=pwned=1&#62;",
  "{{constructor.constructor('pwned=1')()}}",
  "${pwned=1}",
  "`onclick=pwned=1",
  '<!--3--><b data-t="3" data-on="click">x</b><!--/-->',
  "\u2028\u2029<\u2028script>",
  "javascript:pwned=1",
];

const PIECES = [
  ..."<>&\"'`=/!-[](){};:#\\ \t\n",
  "&amp;",
  "&#39;",
  "<!--",
  "-->",
  "</",
  "script",
  "onerror=",
  "x",
  "é",
  "\u2028",
];

/** A text of pieces that mean something to one parser or another. */
export function hostileText(random: Random): string {
  return Array.from({ length: 1 + random.below(24) }, () => random.pick(PIECES)).join("");
}

const SCHEMES = [
  "javascript:",
  "vbscript:",
  "data:text/html,",
  "data:image/svg+xml,",
  "jAvAsCrIpT:",
  "blob:",
  "livescript:",
];
const FILLERS = [
  ..."\u0000\u0001\u0008\t\n\r\u001f \u007f\u0085\u00a0\u00ad\u200b\u200d\u2028\u3000\ufeff/\\.:?#%&;@a",
  "&Tab;",
  "&colon;",
  "%0a",
  "%3a",
  "https:",
  "//",
];

/** A URL that means to run code, more or less disguised. */
export function hostileUrl(random: Random): string {
  let url = random.pick(SCHEMES);
  for (let count = random.below(4); count > 0; count--) {
    const at = random.below(url.length + 1);
    url = url.slice(0, at) + random.pick(FILLERS) + url.slice(at);
  }
  return `${url}pwned=1`;
}

const STYLE_PIECES = [
  ..."red ; } { ( ) \" ' \\ / * : , ! \n @ #".split(" "),
  "url(",
  "url(x)",
  "/*",
  "*/",
  "\\3b ",
  "\\\n",
  "background:url(x)",
  "red;background:url(x)",
  "!important",
  "var(--x,",
  "expression(pwned=1)",
];

/** A value for one CSS property that means to set another. */
export function hostileStyle(random: Random): string {
  return Array.from({ length: 1 + random.below(6) }, () => random.pick(STYLE_PIECES)).join("");
}
