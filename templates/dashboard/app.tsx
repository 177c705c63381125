import { hostname } from "node:os";
import { app, signal } from "tandem";
import { Alert, Card, Grid, Metric, NumberInput, Stack, StreamChart } from "tandem/ui";
import { history, latest } from "./machine.ts";

const percent = (value: number) => `${value.toFixed(0)} %`;

function Dashboard() {
  const limit = signal<number | null>(90);
  const isFull = () => latest.value.memory > (limit.value ?? 100);
  return (
    <main style="max-width: 60rem; margin: 0 auto; padding: 1.5rem">
      <Stack>
        <h1>{hostname()}</h1>
        <Grid minWidth="14rem">
          <Metric label="Load" value={() => percent(latest.value.load)} note="of all processors, last minute" />
          <Metric label="Memory" value={() => percent(latest.value.memory)} note="in use" />
          <NumberInput label="Warn above" bind={limit} min={1} max={100} suffix="%" />
        </Grid>
        {() => isFull() && <Alert kind="warning">Memory runs low: {() => percent(latest.value.memory)} in use.</Alert>}
        <Card title="The last ten minutes">
          <StreamChart
            label="Load and memory"
            data={history}
            x="time"
            y={{ unit: "%", digits: 0 }}
            series={[
              { column: "load", label: "Load" },
              { column: "memory", label: "Memory" },
            ]}
          />
        </Card>
      </Stack>
    </main>
  );
}

export default app(Dashboard, { title: "Dashboard", lang: "en" });
