/** `tandem/ui`: widgets. */

// Fields
export { createField, type Bindable, type Field } from "./base/field.ts";
export type { FieldProps, UnnamedProps } from "./base/field-props.ts";
export type { Openness } from "./base/openness.ts";

// Inputs
export { TextInput, type TextInputProps } from "./inputs/text-input.tsx";
export type { TextRules, TextType } from "./inputs/text-rules.ts";
export type { BoxProps } from "./inputs/input-box.tsx";
export { SearchInput, type SearchInputProps } from "./inputs/search-input.tsx";
export { PasswordInput, type PasswordInputProps } from "./inputs/password-input.tsx";
export { NumberInput, type NumberInputProps } from "./inputs/number-input.tsx";
export type { NumberRules } from "./inputs/number-rules.ts";
export { Textarea, type TextareaProps } from "./inputs/textarea.tsx";
export { Checkbox, SwitchInput, type CheckboxProps, type SwitchInputProps } from "./inputs/checkbox.tsx";
export { Slider, type SliderProps } from "./inputs/slider.tsx";
export { RangeSlider, type NumberRange, type RangeSliderProps } from "./inputs/range-slider.tsx";
export type { SliderMark, SliderOptions } from "./inputs/slider-frame.tsx";
export {
  DateInput,
  DateTimeInput,
  MonthInput,
  TimeInput,
  WeekInput,
  type DateInputProps,
  type DateTimeInputProps,
  type MonthInputProps,
  type TimeInputProps,
  type WeekInputProps,
} from "./inputs/date-input.tsx";
export type { TemporalProps } from "./inputs/temporal-input.tsx";
export type { TemporalRules } from "./inputs/temporal-rules.ts";
export { DateRangeInput, type DateRange, type DateRangeInputProps } from "./inputs/date-range-input.tsx";
export type { DateRangePreset } from "./inputs/date-range-presets.tsx";
export { dateRanges, type RangeOfToday } from "./inputs/date-ranges.ts";
export { ColorInput, type ColorInputProps, type ColorSwatch } from "./inputs/color-input.tsx";
export { Rating, type RatingProps } from "./inputs/rating.tsx";

// Choices
export { CheckboxGroup, ToggleGroup } from "./choices/checkbox-group.tsx";
export type { CheckboxGroupProps, ToggleGroupProps } from "./choices/checkbox-group.tsx";
export type { ManyRules } from "./choices/choice-rules.ts";
export { CodeInput, type CodeInputProps } from "./choices/code-input.tsx";
export type { CodeInputLanguage } from "./choices/code-languages.ts";
export { Combobox, type ComboboxProps } from "./choices/combobox.tsx";
export { FileInput, type FileInputProps } from "./choices/file-input.tsx";
export { MultiSelect, type MultiSelectProps } from "./choices/multi-select.tsx";
export type { LabelOf } from "./choices/option-names.ts";
export type { OptionSearch, SourceProps } from "./choices/option-source.ts";
export type { Option, Options } from "./choices/options.ts";
export { RadioGroup, SegmentedControl } from "./choices/radio-group.tsx";
export type { RadioGroupProps, SegmentedControlProps } from "./choices/radio-group.tsx";
export { Select, type SelectProps } from "./choices/select.tsx";
export { TagsInput, type TagRules, type TagsInputProps } from "./choices/tags-input.tsx";

// Forms
export { createForm } from "./forms/create-form.ts";
export { Form, FormError, SubmitButton } from "./forms/form-view.tsx";
export type { FormErrorProps, FormProps, SubmitButtonProps } from "./forms/form-view.tsx";
export type { FormOf } from "./forms/form.ts";
export type { FormOptions, Submission } from "./forms/form-options.ts";
export type { FormComplaint } from "./forms/form-checks.ts";
export type {
  FieldList,
  FieldPath,
  FieldRow,
  FormErrors,
  FormFields,
  FormState,
  InitialValues,
} from "./forms/form-types.ts";

// Buttons
export { BusyButton, type BusyButtonProps } from "./buttons/busy-button.tsx";
export type { BusyTask } from "./buttons/busy-task.ts";
export { Button, type ButtonProps } from "./buttons/button.tsx";
export { ButtonGroup, type ButtonGroupProps } from "./buttons/button-group.tsx";
export type { ButtonLook, Tone } from "./buttons/button-look.ts";
export { IconButton, type IconButtonProps } from "./buttons/icon-button.tsx";
export { LinkButton, type LinkButtonProps } from "./buttons/link-button.tsx";

// Icons
export { Icon, type IconProps } from "./icons/icon.tsx";
export type { IconName } from "./icons/icon-name.ts";

// Layout
export { Accordion, type AccordionProps, type AccordionSection } from "./layout/accordion.tsx";
export type { LayoutProps } from "./layout/layout-props.ts";
export { Breadcrumb, type BreadcrumbProps, type Crumb } from "./layout/breadcrumb.tsx";
export { Card, type CardProps } from "./layout/card.tsx";
export type { Align, Gap, Justify } from "./layout/gap.ts";
export { Grid, type GridProps } from "./layout/grid.tsx";
export { Row, type RowProps } from "./layout/row.tsx";
export { SidebarLayout, type SidebarLayoutProps } from "./layout/sidebar-layout.tsx";
export { Split, type SplitProps } from "./layout/split.tsx";
export { Stack, type StackProps } from "./layout/stack.tsx";
export { Stepper, type Step, type StepperProps } from "./layout/stepper.tsx";
export { Tabs, type Tab, type TabsProps } from "./layout/tabs.tsx";
export { Toolbar, type ToolbarProps } from "./layout/toolbar.tsx";

// Overlays
export { Dialog, type DialogProps } from "./overlays/dialog.tsx";
export { Drawer, type DrawerProps } from "./overlays/drawer.tsx";
export { Menu, type MenuProps } from "./overlays/menu.tsx";
export type { MenuEntry, MenuItem } from "./overlays/menu-items.ts";
export type { PanelProps } from "./overlays/panel.tsx";
export { Popover, type PopoverProps } from "./overlays/popover.tsx";
export type { Placement } from "./overlays/popup-state.ts";
export { Tooltip, type TooltipProps } from "./overlays/tooltip.tsx";

// Content
export { Avatar, type AvatarProps } from "./content/avatar.tsx";
export { Badge, type BadgeProps } from "./content/badge.tsx";
export { Code, type CodeProps } from "./content/code/code.tsx";
export { CopyButton, type CopyButtonProps } from "./content/copy-button.tsx";
export { Divider, type DividerProps } from "./content/divider.tsx";
export { EmptyState, type EmptyStateProps } from "./content/empty-state.tsx";
export { ErrorState, type ErrorStateProps } from "./content/error-state.tsx";
export { FollowEnd, type FollowEndProps } from "./content/follow-end.tsx";
export { Image, type ImageProps } from "./content/image.tsx";
export { JsonViewer, type JsonViewerProps } from "./content/json/json-viewer.tsx";
export { KeyValues, type KeyValuesProps } from "./content/key-values.tsx";
export type { LogLevel } from "./content/log/levels.ts";
export { createLog, type Log, type LogOptions } from "./content/log/log.ts";
export { LogViewer, type LogViewerProps } from "./content/log/log-viewer.tsx";
export type { MarkdownImages } from "./content/markdown/inline.tsx";
export { Markdown, type MarkdownProps } from "./content/markdown/markdown.tsx";
export { markdownHtml, type MarkdownHtmlOptions } from "./content/markdown/markdown-html.tsx";
export { Audio, Video, type AudioProps, type MediaTrack, type VideoProps } from "./content/media.tsx";
export { Metric, type MetricProps } from "./content/metric.tsx";
export { RelativeTime, type RelativeTimeProps } from "./content/relative-time.tsx";
export { Sparkline, type SparklineProps } from "./content/sparkline.tsx";

// Feedback
export { Alert, type AlertKind, type AlertProps } from "./feedback/alert.tsx";
export { ProgressBar, ProgressCircle, type ProgressProps } from "./feedback/progress-bar.tsx";
export {
  runWithProgress,
  type Progress,
  type ProgressOptions,
  type ProgressState,
  type ProgressTask,
  type ProgressWork,
} from "./feedback/progress-task.ts";
export { Skeleton, type SkeletonProps } from "./feedback/skeleton.tsx";
export { Spinner, type SpinnerProps } from "./feedback/spinner.tsx";
export { TaskProgress, type TaskProgressProps } from "./feedback/task-progress.tsx";

// Data
export { bin, type Bin } from "./chart/bins.ts";
export { Chart, type ChartProps } from "./chart/chart.tsx";
export type { ChartData, ChartValue, ColumnOf, RowOf } from "./chart/chart-data.ts";
export type { ChartClick, ChartFrameProps, ChartPoint, DataChartProps, OptionChartProps } from "./chart/chart-props.ts";
export type { BrushDirection, ChartBrush, ChartExtent, ChartKind, ChartOptions } from "./chart/wire.ts";
export { StreamChart, type StreamChartProps } from "./chart/stream-chart.tsx";
export {
  streamData,
  type StreamColumns,
  type StreamData,
  type StreamDataOptions,
  type StreamRow,
  type StreamValue,
} from "./chart/stream-data.ts";
export type { BandSeries, CandleSeries, StreamSeries, ValueSeries } from "./chart/stream-series.ts";
export { arraySource, type ArraySource, type ArraySourceOptions } from "./table/array-source.ts";
export type { CellLook, CellRules, Column, ColumnOption, ComputedColumn, FieldColumn } from "./table/column.ts";
export { DataTable } from "./table/data-table.tsx";
export {
  rowSource,
  type KeysQuery,
  type RowQuery,
  type RowSource,
  type RowSourceOptions,
  type RowsWanted,
  type SourceChange,
} from "./table/row-source.ts";
export type { CellEdit, CellEdits, DataTableProps } from "./table/table-props.ts";
export type { CellValue, ColumnFilter, ColumnType, Filters, RowKey, SortBy } from "../protocol/grid.ts";

// Elements of Web Awesome
export { Carousel, type CarouselProps } from "./elements/carousel.tsx";
export { Comparison, type ComparisonProps } from "./elements/comparison.tsx";
export { QrCode, type QrCodeProps } from "./elements/qr-code.tsx";

// Chat
export { Chat, type ChatLook, type ChatProps } from "./chat/chat.tsx";
export type { ChatEntry, ChatMessage, ChatMessageState, ChatRole } from "./chat/chat-message.ts";
export { createChat, type ChatOptions, type ChatThread, type Reply, type ReplyContext } from "./chat/chat-thread.ts";
export type { SavedIn, SavedMessage } from "./chat/saved-messages.ts";
