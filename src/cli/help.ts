export const HELP = `tandem: a whole interactive web app in one server-side TypeScript session

  tandem dev app.tsx       serve an app, reload its pages whenever a file changes
  tandem start app.tsx     serve an app in production
  tandem render app.tsx    print the HTML of a page, at / or the path that follows
  tandem new my-app        make a folder with an app, its test and its settings

Options
  -p, --port <number>      port to listen on; 0 takes a free one        (8000)
      --host <address>     address to listen on; 0.0.0.0 for all        (127.0.0.1)
      --base <path>        path the app lives under, as /tools/desk
      --assets <folder>    folder served under assets/                  (assets, beside the app)
      --allow-origin <o>   another origin whose pages may attach; may be given again
      --trust-proxy <n>    believe x-forwarded-* of n proxies in front, or of all
      --open               open the app in a browser
      --window             show the app in a window of its own, to nobody else; ends with it
  -t, --template <name>    what the new app is: minimal, conversation, dashboard or admin   (minimal)
  -h, --help               this text
  -v, --version            Tandem's version

Environment
  TANDEM_BROWSER           the Chromium, Chrome or Edge for --window, where it is not found by itself
  TANDEM_SECRET            signs what lets a page attach; the same in all processes of one site
`;
