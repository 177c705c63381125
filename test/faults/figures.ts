/** What happened in a run, or in many. */
export class Figures {
  seeds = 0;
  faults = 0;
  readonly faultsByKind = new Map<string, number>();
  sent = 0;
  handled = 0;
  lost = 0;
  doubled = 0;
  outOfOrder = 0;
  /** Clicks on what another event had taken away meanwhile; noted by the session, and handled by nobody. */
  stale = 0;
  messages = 0;
  resumed = 0;
  resynchronised = 0;
  sessions = 0;
  told = 0;
  screensCompared = 0;
  sessionsLeft = 0;
  timersLeft = 0;

  add(other: Figures): void {
    for (const [kind, count] of other.faultsByKind) this.#count(kind, count);
    for (const key of Object.keys(this) as (keyof this)[]) {
      const value = other[key as keyof Figures];
      if (typeof value === "number") (this[key] as number) += value;
    }
  }

  fault(kind: string): void {
    this.faults++;
    this.#count(kind, 1);
  }

  toString(): string {
    const kinds = [...this.faultsByKind]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, count]) => `${kind} ${count}`);
    return [
      `${this.seeds} seeds, ${this.faults} faults: ${kinds.join(", ")}`,
      `events: ${this.sent} sent, ${this.handled} handled, ${this.stale} for what was gone, ` +
        `${this.lost} lost, ${this.doubled} doubled, ${this.outOfOrder} out of order`,
      `messages: ${this.messages} shown, each once and in order`,
      `lines: ${this.resumed} resumed, ${this.resynchronised} resynchronised`,
      `sessions: ${this.sessions}; told of their end: ${this.told} pages`,
      `screens: ${this.screensCompared} equal to the server's HTML and to the reference model`,
      `left behind: ${this.sessionsLeft} sessions, ${this.timersLeft} timers`,
    ].join("\n");
  }

  #count(kind: string, count: number): void {
    this.faultsByKind.set(kind, (this.faultsByKind.get(kind) ?? 0) + count);
  }
}
