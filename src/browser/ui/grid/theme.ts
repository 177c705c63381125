import { themeQuartz, type Theme } from "ag-grid-community";

/** AG Grid drawn with Tandem's tokens, so that it follows them, live. */
export const theme: Theme = themeQuartz.withParams({
  accentColor: "var(--tandem-accent)",
  backgroundColor: "var(--tandem-surface)",
  foregroundColor: "var(--tandem-text)",
  borderColor: "var(--tandem-border-subtle)",
  rowBorder: { color: "var(--tandem-border-subtle)" },
  headerBackgroundColor: "var(--tandem-sunken)",
  headerTextColor: "var(--tandem-text-muted)",
  headerFontWeight: 600,
  headerFontSize: "var(--tandem-font-size-s)",
  oddRowBackgroundColor: "transparent",
  rowHoverColor: "var(--tandem-hover)",
  selectedRowBackgroundColor: "var(--tandem-selected)",
  fontFamily: "var(--tandem-font)",
  fontSize: "var(--tandem-font-size-s)",
  invalidColor: "var(--tandem-error)",
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  borderRadius: "var(--tandem-radius-s)",
  focusShadow: "none",
  browserColorScheme: "inherit",
  cellHorizontalPadding: "calc(0.75rem * var(--tandem-density, 1))",
});
