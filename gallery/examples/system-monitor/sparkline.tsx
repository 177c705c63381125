/** A small chart of shares from 0 to 1, the newest at the right. */
export function Sparkline(props: { label: string; values: () => number[] }) {
  const points = () => {
    const values = props.values();
    const x = (index: number) => 118 - (values.length - 1 - index) * 2;
    return values
      .map((value, index) => `${x(index)},${29 - value * 28}`)
      .join(" ");
  };
  return (
    <svg
      class="sparkline"
      viewBox="0 0 118 30"
      preserveAspectRatio="none"
      role="img"
      aria-label={props.label}
    >
      <polyline
        points={points}
        fill="none"
        stroke="currentColor"
        vector-effect="non-scaling-stroke"
      />
    </svg>
  );
}
