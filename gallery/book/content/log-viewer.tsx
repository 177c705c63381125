import { Button, createLog, LogViewer } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Log viewer",
  widgets: ["LogViewer"],
  isWide: true,
  states: {
    Normal: () => {
      const log = createLog();
      for (let line = 1; line <= 200; line++) log.append(`${line % 7 === 0 ? "WARN" : "INFO"} line ${line}`);
      return <LogViewer log={log} label="Console" height="14rem" />;
    },
    Live: () => {
      const log = createLog({ capacity: 1_000 });
      return [
        <Button onClick={() => log.append("INFO \u001b[32mclicked\u001b[0m")}>Write a line</Button>,
        <LogViewer log={log} label="Clicks" height="10rem" toolbar={false} />,
      ];
    },
  },
});
