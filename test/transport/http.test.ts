import { connectionContract } from "./contract.ts";
import { HttpLoopback } from "./http-lines.ts";

connectionContract("an event stream", new HttpLoopback("event-stream"));
connectionContract("polling", new HttpLoopback("polling"));
