import type { ECharts } from "./echarts.ts";

/** Has the browser save a chart as it is now, as a picture twice as sharp as the screen. */
export function savePicture(chart: ECharts, { name, background }: { name: string; background: string }): void {
  const canvas = chart.renderToCanvas({ pixelRatio: 2, backgroundColor: background } as never);
  canvas.toBlob((blob) => {
    if (blob === null) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${name.replace(/[^\p{L}\p{N} ._-]/gu, "").trim() || "chart"}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  });
}
