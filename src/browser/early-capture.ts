/**
 * The script that stands in the page itself, so that nothing is lost which a person does between first paint and the
 * arrival of the runtime. It keeps events with what their control held at that time in `window.tandemEarly`, and
 * keeps forms and links that the server handles from leaving the page. `early-events.ts` takes over from there.
 */
export const EARLY_CAPTURE =
  "{let q=window.tandemEarly=[];q.f=e=>{let t=e.target,s=e.type=='submit';" +
  "if(s?t.closest('[data-on*=submit]')||!t.hasAttribute('action'):" +
  "e.button==0&&!(e.ctrlKey||e.metaKey||e.shiftKey)&&t.closest('a[data-on*=\"click:p\"]'))e.preventDefault();" +
  "q.push([e,t.value,t.checked,s&&new FormData(t)])};" +
  "for(let k of q.k=['click','input','change','submit','keydown'])addEventListener(k,q.f,!0)}";
