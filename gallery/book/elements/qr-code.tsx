import { signal } from "tandem";
import { QrCode, TextInput } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "QR code",
  widgets: ["QrCode"],
  states: {
    Normal: () => <QrCode value="https://example.com" label="Example" />,
    Bound: () => {
      const address = signal("https://example.com/orders/12");
      return [
        <TextInput label="Address" bind={address} maxLength={120} />,
        <QrCode value={address} label="The address above" />,
      ];
    },
    Small: () => <QrCode value="https://example.com" label="Example" size={96} />,
  },
});
