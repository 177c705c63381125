import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { read } from "../../scripts/support/source-files.js";
import { exampleFolder, runExample } from "./run-example.ts";

/**
 * Every name on the pages that Shiny, PyWebIO and Rio have about their sessions, with those of their deprecated forms
 * and exceptions; of PyWebIO those of input, output and pin, too.
 */
const names = {
  shiny: words(`
    session.Session AppSession SessionProxy ExpressStubSession
    close code download id filename media_type encoding DownloadHandler
    dynamic_route name handler DynamicRouteHandler is_stub_session on_ended fn on_flush once on_flushed
    send_custom_message type message Shiny.addCustomMessageHandler
    send_input_message receiveMessage el ui.update_text
    set_message_handler _handler_session Shiny.shinyapp.makeRequest Jsonifiable
    hard hard_disconnect_message hard_disconnect_after hardDisconnectConfig _hard_close_cleanup
    HARD_DISCONNECT_CLOSE_CODE HARD_DISCONNECT_REASON HARD_DISCONNECT_DEFAULT_MESSAGE shiny-hard-disconnect
    shiny:closed _downloads _dynamic_routes _message_handlers
    shiny.express App Request JSONResponse reactive.effect reactive.event input.msg render.ui
    ui.insert_ui ui.input_action_button ui.input_text ui.p ui.div ui.tags.script`),
  pywebio: words(`
    download name content run_js code_ args eval_js expression_ register_thread thread
    defer_call func local local._dict
    set_env title output_animation auto_scroll_bottom http_pull_interval input_panel_fixed input_panel_min_height
    input_panel_init_height input_auto_focus output_max_width
    go_app new_window info
    info.user_agent is_mobile is_tablet is_pc is_touch_capable browser.family browser.version browser.version_string
    os.family os.version os.version_string device.family device.brand device.model
    info.user_language info.server_host info.origin info.user_ip info.backend info.protocol info.request
    TaskHandler.close TaskHandler.closed hold run_async coro_obj run_asyncio_coroutine
    data get_info SessionException SessionClosedException SessionNotFoundException
    start_server
    input textarea select checkbox radio slider actions file_upload input_group input_update
    NUMBER FLOAT PASSWORD URL DATE TIME COLOR DATETIME rows code maxlength minlength options multiple native inline
    min_value max_value step accept max_size max_total_size validate cancelable onchange placeholder required readonly
    help_text datalist value action
    put_text put_table put_row put_column put_grid put_markdown put_html put_code put_info put_success put_warning
    put_error put_link put_image put_file put_button put_buttons put_tabs put_collapse put_scrollable put_widget
    put_datatable datatable_update datatable_insert datatable_remove put_progressbar set_progressbar put_loading
    popup close_popup toast put_scope use_scope set_scope get_scope clear remove scroll_to style output
    put_processbar set_processbar
    put_input put_textarea put_select put_checkbox put_radio put_slider put_actions put_file_upload
    pin_update pin_on_change pin_wait_change get_pin_values`),
  rio: words(`
    Session timezone preferred_languages window_width window_height theme rio.Theme http_headers
    app rio.App assets running_in_window running_as_website base_url rio.URL
    active_page_url active_page_instances rio.ComponentPage rio.PageView client_ip client_port user_agent
    attach value session[Class] detach typ close url_for_asset asset create_task coro name asyncio.Task
    navigate_to target_url replace set_title title
    pick_file file_types multiple rio.FileInfo file_chooser save_file file_contents file_name media_type directory
    show_custom_dialog build modal user_closeable on_close owning_component rio.Dialog wait_for_close rio.Popup
    show_yes_no_dialog text icon default yes_text no_text yes_color no_color rio.ColorSet
    set_clipboard get_clipboard
    NoFileSelectedError ClipboardError NavigationFailed KeyError rio.Component rio.UserSettings
    rio.Button rio.Text rio.Column rio.Card rio.Dropdown rio.DropdownChangeEvent rio.EventHandler pathlib.Path`),
};

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

interface Row {
  /** The code in the first column. */
  readonly there: string;
  readonly here: string;
  readonly links: readonly string[];
}

/** The page's tables: what is there, and what is here. */
function tableOf(page: string): readonly Row[] {
  const rows = page.split("\n").filter((line) => line.startsWith("| ") && !/^\| \w+ \| Tandem \|/.test(line));
  return rows.map((line) => {
    const [there = "", here = ""] = line.replace(/^\| | ?\|$/g, "").split(" | ");
    const code = [...there.matchAll(/`([^`]*)`/g)].map(([, text]) => text!);
    return { there: code.join("\n"), here, links: [...line.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor!) };
  });
}

/** What comes under each heading, by the heading's anchor, as GitHub makes them. */
function sectionsOf(page: string): ReadonlyMap<string, string> {
  const parts = page.split(/^#{2,3} /m).slice(1);
  return new Map(
    parts.map((part) => {
      const heading = part.slice(0, part.indexOf("\n"));
      return [
        heading
          .toLowerCase()
          .replace(/[^\w\- ]/g, "")
          .replaceAll(" ", "-"),
        part,
      ];
    }),
  );
}

/** Its blocks of code, in order. */
const blocksOf = (part: string) =>
  [...part.matchAll(/^```(\w+)([^\n]*)\n([^]*?)^```/gm)].map(([, language = "", notes = "", code = ""]) => ({
    language,
    notes,
    code,
  }));

/** The name as a whole. */
const whole = (name: string) => new RegExp(`(?<![\\w.])${name.replace(/[.[\]]/g, "\\$&")}(?!\\w)`);

const folder = exampleFolder("migrating");
beforeAll(folder.open);
afterAll(folder.close);

describe.each(Object.entries(names))("coming from %s", (seed, seedNames) => {
  const page = read(`docs/migrating/${seed}.md`);
  const rows = tableOf(page);
  const sections = sectionsOf(page);
  const examples = blocksOf(page).filter(({ language, notes }) => language === "tsx" && notes === "");

  it.each(seedNames)("E90: %s is in the first column of its tables, beside what it is here", (name) => {
    const found = rows.filter(({ there }) => whole(name).test(there));
    expect(found.map(({ here }) => here.trim()).join("")).not.toBe("");
  });

  it("E91: what its tables link to are examples: the seed's Python, then the same here", () => {
    const linked = new Set(rows.flatMap(({ links }) => links));
    expect(linked.size).toBeGreaterThan(8);
    for (const anchor of linked) {
      const [before, after] = blocksOf(sections.get(anchor) ?? "").map(({ language }) => language);
      expect([anchor, before, /^tsx?$/.test(after ?? "")]).toEqual([anchor, "python", true]);
    }
  });

  it.each(examples.map(({ code }, index) => [index + 1, code] as const))(
    "E91: its example %i runs",
    async (index, code) => {
      const file = folder.file(`${seed}-${index}.tsx`);
      await runExample(file, code);
      expect(code).toMatch(/^export /m);
    },
  );

  it("E92: it says what is different, and why", () => {
    const differences = sections.get("what-is-different-and-why") ?? "";
    expect(differences.match(/^- \*\*.+?\*\*/gm)?.length ?? 0).toBeGreaterThan(6);
  });

  it("E92: what its tables call a member of the session is in the reference", () => {
    const reference = new Set([...read("docs/session.md").matchAll(/^\| `(\w+)/gm)].map(([, name]) => name!));
    const members = rows.flatMap(({ here }) => [...here.matchAll(/\bsession\.(\w+)/g)].map(([, name]) => name!));
    expect(members.length).toBeGreaterThan(10);
    expect(members.filter((name) => !reference.has(name))).toEqual([]);
  });
});
