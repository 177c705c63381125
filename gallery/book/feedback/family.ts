import type { BookFamily } from "../entry.ts";
import alert from "./alert.tsx";
import emptyState from "./empty-state.tsx";
import errorState from "./error-state.tsx";
import progress from "./progress.tsx";
import skeleton from "./skeleton.tsx";
import spinner from "./spinner.tsx";
import taskProgress from "./task-progress.tsx";
import toast from "./toast.tsx";

export const feedback: BookFamily = {
  path: "feedback",
  title: "Feedback",
  entries: [alert, progress, spinner, skeleton, taskProgress, emptyState, errorState, toast],
};
