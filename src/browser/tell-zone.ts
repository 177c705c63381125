/**
 * Stands in the page itself, too: says the browser's time zone in a cookie, so that the line which the page opens brings
 * it, and the next first paint knows it. A browser that keeps no cookies, or has no zone, loses nothing else by it.
 */
export const TELL_ZONE =
  ";try{document.cookie='tandem-zone='+Intl.DateTimeFormat().resolvedOptions().timeZone+';path=/;max-age=3e7;samesite=lax'}catch{}";
