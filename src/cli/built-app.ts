import { TandemError } from "../core/errors.ts";
import { toSite, type Site } from "../session/apps.ts";
import { AppBuilder } from "./app-builder.ts";
import { reportRefused, type ReportPaths } from "./build-report.ts";

/** Builds an app once, as it is served in production. Throws what it throws, or why it does not build. */
export async function buildApp(paths: ReportPaths): Promise<Site> {
  const builder = await AppBuilder.for(paths.file, { development: false });
  const build = await builder.build();
  await builder.close();
  if (build.kind === "threw") throw build.error;
  if (build.kind === "built") return toSite(build.defaultExport, paths.file);
  const { title, details } = await reportRefused(build.kind === "refused" ? build.messages : [], paths);
  throw new TandemError("cli/build-failed", `${title}\n\n${details}`);
}
