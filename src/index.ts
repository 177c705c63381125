/** `tandem`: everything an app is written with. */

// Reactivity
export { batch } from "./reactive/batch.ts";
export { onCleanup } from "./reactive/cleanup.ts";
export { computed } from "./reactive/computed.ts";
export { effect, type EffectContext, type EffectHandle, type EffectOptions } from "./reactive/effect.ts";
export { every } from "./reactive/every.ts";
export { untracked } from "./reactive/graph.ts";
export { invalidateLater } from "./reactive/invalidate-later.ts";
export { dropWhileBusy, latest, serial, type Ordered } from "./reactive/order.ts";
export { poll, type PollOptions } from "./reactive/poll.ts";
export { debounced, throttled } from "./reactive/rate.ts";
export {
  resource,
  type LoadContext,
  type Resource,
  type ResourceOptions,
  type ResourceState,
} from "./reactive/resource.ts";
export { selector } from "./reactive/selector.ts";
export { isSignal, signal, type ReadonlySignal, type Signal, type SignalOptions } from "./reactive/signal.ts";
export { isSilence, req } from "./reactive/silence.ts";
export type { Source } from "./reactive/source.ts";
export { watch, type WatchOptions } from "./reactive/watch.ts";

// The view
export { command } from "./view/commands.ts";
export type { Command } from "./view/commands-type.ts";
export { Await, type AwaitProps } from "./view/flow/await.ts";
export { createContext, useContext, type Context } from "./view/flow/context.ts";
export { ErrorBoundary, type ErrorBoundaryProps } from "./view/flow/error-boundary.ts";
export { For, type ForProps, type KeyedForProps } from "./view/flow/for.ts";
export { Portal } from "./view/flow/portal.ts";
export { Show, type ShowProps } from "./view/flow/show.ts";
export { Match, Switch, type MatchProps, type SwitchProps } from "./view/flow/switch.ts";
export { Fragment } from "./view/jsx/runtime.ts";
export type { ClassValue, StyleValue } from "./view/jsx/class-and-style.ts";
export type { EventHandler, EventHandlerOptions, EventHandlerProp } from "./view/jsx/event-props.ts";
export { rawHtml, type Child, type Component, type Live, type RawHtml } from "./view/node.ts";
export { ref, type ElementRef } from "./view/ref.ts";
export type { ActingClient, BaseEvent } from "./view/events/base-event.ts";
export type {
  FocusEvent,
  InputEvent,
  KeyEvent,
  ScrollEvent,
  SubmitEvent,
  ToggleEvent,
} from "./view/events/control-events.ts";
export type { DetailEvent } from "./view/events/detail-event.ts";
export type { FormValues } from "./view/events/form-values.ts";
export type { DragEvent, MouseEvent, PointerEvent, WheelEvent } from "./view/events/mouse-events.ts";

// Pages
export { Link, type LinkProps } from "./pages/link.ts";
export {
  page,
  type AnyPage,
  type GuardContext,
  type Page,
  type PageComponentProps,
  type PageMeta,
  type PageOptions,
  type PagePlace,
  type PageProps,
} from "./pages/page.ts";
export { PageView, type PageViewProps } from "./pages/page-view.ts";
export { param, type Param, type ParamReader } from "./pages/param.ts";
export type { LeaveCheck, LeaveOptions } from "./session/navigation/leave-checks.ts";
export { NavigationFailed } from "./session/navigation/navigation-failed.ts";
export type { NavigateOptions, NavigationOutcome } from "./session/navigation/navigator.ts";
export type { ActivePage } from "./session/navigation/router.ts";

// Sessions
export { app, type App, type AppOptions, type DisconnectOptions, type ErrorInfo } from "./session/app.ts";
export { apps, type Apps } from "./session/apps.ts";
export type { Authenticate, AuthenticationOptions, AuthenticationRequest, Refusal } from "./session/authentication.ts";
export { ClientError, SessionEnded } from "./session/call-errors.ts";
export type { CallOptions } from "./session/client-calls.ts";
export type { CloseOptions } from "./session/closing.ts";
export type { ArgumentsOf, ArgumentsSchema } from "./session/talk/arguments-schema.ts";
export { ClipboardError } from "./session/talk/clipboard.ts";
export type { MessageHandler } from "./session/talk/message-handlers.ts";
export type { NoticeAction, NoticeKind, NoticeOptions } from "./session/talk/notices.ts";
export type { PageArguments } from "./session/talk/page-code.ts";
export { UserFacingError } from "./session/error-report.ts";
export type { Dialog } from "./session/dialogs/dialog.ts";
export type { DialogColor, DialogOptions, YesNoOptions } from "./session/dialogs/dialog-options.ts";
export { currentSession, session } from "./session/facade.ts";
export type { AttachmentClass } from "./session/memory/attachments.ts";
export type { Local, SessionLocal } from "./session/memory/local.ts";
export type { InputValue, NamedInput } from "./session/memory/named-input.ts";
export { currentScope } from "./session/modules/current-scope.ts";
export { Module } from "./session/modules/module.ts";
export type { Scope } from "./session/modules/scope.ts";
export type { GoAppOptions } from "./session/contract/place.ts";
export type { ConnectionInfo } from "./session/place/connection-info.ts";
export type { HeaderFacts } from "./session/place/header-facts.ts";
export type { UserAgent } from "./session/place/user-agent.ts";
export type { PublicSession as Session } from "./session/public-session.ts";
export { UserSettings } from "./session/settings/user-settings.ts";
export type { ElementSize } from "./session/surroundings/element-sizes.ts";
export type { Env, EnvChange } from "./session/surroundings/env.ts";
export type { ThemeChange, ThemeChoice, ThemeTokens } from "./session/surroundings/theme.ts";
export type { SessionWindow } from "./session/surroundings/window-facts.ts";
export type { WindowReport } from "./session/surroundings/window-report.ts";
export type { SessionState } from "./session/state.ts";
export type { Task, TaskOptions } from "./session/task.ts";

// Files
export { DownloadButton, type DownloadButtonProps } from "./ui/download-button.tsx";
export { UploadArea, type UploadAreaProps } from "./ui/upload-area.tsx";
export { NoFileSelectedError } from "./session/uploads/file-errors.ts";
export type { FileInfo } from "./session/uploads/file-info.ts";
export type { PickFileOptions } from "./session/uploads/pick-file.ts";
export { uploadList, type UploadList } from "./session/uploads/upload-list.ts";
export type { UploadOptions, UploadRules } from "./session/uploads/upload-rules.ts";
export type { Upload, UploadState } from "./session/uploads/upload.ts";
export type { SaveOptions } from "./session/downloads/download.ts";
export type { FileContents, LazyFileContents, Piece } from "./session/downloads/file-contents.ts";
export type { RouteHandler } from "./session/routes/session-routes.ts";

// Serving
export type { Log, LogEntry } from "./core/log-entry.ts";
export { createHandler, type Handler } from "./server/handler.ts";
export type { Server } from "./server/listen.ts";
export type { TrustProxy } from "./server/request-origin.ts";
export type { ContentSecurityAdditions } from "./server/security-headers.ts";
export { serve } from "./server/serve.ts";
export type { HandlerOptions, ServeOptions } from "./server/server-options.ts";

// Shared
export type { Clock } from "./core/clock.ts";
export { TandemError } from "./core/errors.ts";
export type { Register, User } from "./core/register.ts";
export type { Limits } from "./core/limits.ts";
