// @ts-check
/**
 * What is measured, in the order of the table. A target is the most that a figure may be.
 *
 * @type {Record<string, { unit: string, target?: number }>}
 */
export const figures = {
  update_vs_bound: { unit: "× hand-written", target: 1.7 },
  view_heap_bytes: { unit: "B", target: 2_500 },
  session_heap_bytes: { unit: "B", target: 8_000 },
  text_update_bytes: { unit: "B", target: 40 },
  event_bytes: { unit: "B", target: 40 },
  browser_runtime_brotli_bytes: { unit: "B", target: 10_240 },
  counter_page_transfer_bytes: { unit: "B", target: 16_384 },
  create_1000_rows_bytes: { unit: "B", target: 40_000 },

  update_us: { unit: "µs" },
  session_update_vs_bound: { unit: "× hand-written" },
  attached_session_heap_bytes: { unit: "B" },
  mount_and_dispose_us: { unit: "µs" },
  session_open_and_close_us: { unit: "µs" },
  to_html_us: { unit: "µs" },
  create_1000_rows_us: { unit: "µs" },
  create_1000_rows_vs_bound: { unit: "× hand-written" },
  update_every_10th_us: { unit: "µs" },
  select_row_us: { unit: "µs" },
  swap_rows_us: { unit: "µs" },
  remove_row_us: { unit: "µs" },
  clear_rows_us: { unit: "µs" },
  rows_heap_bytes_each: { unit: "B" },
  chromium_transfer_bytes: { unit: "B" },
  chromium_event_bytes: { unit: "B" },
};
