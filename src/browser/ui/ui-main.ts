/**
 * What pages with widgets load: those of Web Awesome's components that stand for what no browser has as a control of
 * its own, and what native controls need besides.
 */
import "./icon-element.ts";
import "./inputs.ts";
import "./range-element.ts";
import "./web-awesome.ts";
import "./kept-focus.ts";
