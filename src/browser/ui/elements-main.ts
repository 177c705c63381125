/** Those of Web Awesome's components that stand for what the platform has no control for; few pages load them. */
import "./icon-element.ts";
import "@awesome.me/webawesome/dist/components/carousel-item/carousel-item.js";
import "@awesome.me/webawesome/dist/components/carousel/carousel.js";
import "@awesome.me/webawesome/dist/components/comparison/comparison.js";
import "@awesome.me/webawesome/dist/components/qr-code/qr-code.js";
