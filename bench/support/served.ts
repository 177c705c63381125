declare const gc: () => void;

/** Answers what the measuring process asks of a server, and tells it where to connect. Ends when that one does. */
export function announce(url: string, commands: Record<string, () => unknown> = {}): void {
  const all: Record<string, () => unknown> = {
    usage,
    cpu,
    rss: () => process.memoryUsage().rss,
    stop: () => process.exit(0),
    ...commands,
  };
  process.on("message", (command: string) => process.send!(all[command]!() ?? null));
  process.on("disconnect", () => process.exit(0));
  process.send!({ url });
}

function usage() {
  for (let i = 0; i < 4; i++) gc();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heap: heapUsed, cpu: cpu() };
}

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
