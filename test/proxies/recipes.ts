import type { ProxyRecipe } from "./real-proxy.ts";

/** An nginx that serves the app below `/tools/`, with `lines` added to that place. */
export function nginx(app: number, lines = ""): ProxyRecipe {
  return {
    program: "nginx",
    arguments: (file, folder) => ["-p", folder, "-c", file, "-e", "stderr"],
    configuration: ({ port, folder }) => `
      daemon off;
      master_process off;
      pid ${folder}/pid;
      error_log stderr warn;
      events {}
      http {
        access_log off;
        client_body_temp_path ${folder}/body;
        proxy_temp_path ${folder}/proxy;
        fastcgi_temp_path ${folder}/fastcgi;
        uwsgi_temp_path ${folder}/uwsgi;
        scgi_temp_path ${folder}/scgi;
        server {
          listen 127.0.0.1:${port};
          location /tools/ {
            proxy_pass http://127.0.0.1:${app};
            proxy_set_header Host $http_host;
            proxy_buffering on;
            ${lines}
          }
        }
      }`,
  };
}

/** What nginx needs to carry WebSockets. */
export const NGINX_UPGRADES = `
  proxy_http_version 1.1;
  proxy_set_header Upgrade $http_upgrade;
  proxy_set_header Connection "upgrade";`;

/** For an nginx whose answers are held back whatever they say. */
export const NGINX_HOLDS_BACK = "proxy_ignore_headers X-Accel-Buffering;";

/** An HAProxy with short patience: a second for a WebSocket, three for an answer, without a byte. */
export function haproxy(app: number, lines = ""): ProxyRecipe {
  return {
    program: "haproxy",
    arguments: (file) => ["-db", "-f", file],
    configuration: ({ port }) => `
defaults
  mode http
  timeout connect 30s
  timeout client 60s
  timeout server 3s
  timeout tunnel 1s
frontend pages
  bind 127.0.0.1:${port}
  ${lines}
  default_backend app
backend app
  server app 127.0.0.1:${app}
`,
  };
}

export const HAPROXY_REFUSES_UPGRADES = "http-request deny if { req.hdr(Upgrade) -m found }";
