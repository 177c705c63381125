import {
  CellStyleModule,
  ColumnApiModule,
  CustomEditorModule,
  CustomFilterModule,
  HighlightChangesModule,
  InfiniteRowModelModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  type Module,
} from "ag-grid-community";

/** What of AG Grid is needed, and no more. */
export const MODULES: Module[] = [
  InfiniteRowModelModule,
  RowSelectionModule,
  CustomEditorModule,
  CustomFilterModule,
  CellStyleModule,
  ColumnApiModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
  HighlightChangesModule,
];
