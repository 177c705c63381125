/** Takes over a property that was set before its element was defined, so that the setter of its class has it. */
export function takeProperty<T extends HTMLElement>(element: T, name: keyof T & string): void {
  if (!Object.hasOwn(element, name)) return;
  const value = element[name];
  delete element[name];
  element[name] = value;
}
