import type { Range } from "./plot.ts";

/** One of the charts that go together. */
export interface GroupMember {
  /** Shows this stretch, or all. */
  showRange(range: Range | undefined): void;
  standStill(isPaused: boolean): void;
}

const groups = new Map<string, Set<GroupMember>>();

/** All charts of a group, this one included; one without a group is alone. */
export function membersOf(group: string | undefined, member: GroupMember): Iterable<GroupMember> {
  return groups.get(group ?? "") ?? [member];
}

/** Returns what takes the chart out of its group again. */
export function joinGroup(group: string | undefined, member: GroupMember): () => void {
  if (!group) return () => {};
  const members = groups.get(group) ?? new Set();
  groups.set(group, members.add(member));
  return () => {
    members.delete(member);
    if (members.size === 0) groups.delete(group);
  };
}
