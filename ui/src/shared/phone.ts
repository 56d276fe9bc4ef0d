// Phone numbers as people read them.

/** Formats a Dutch number in E.164, such as '06 12 34 56 78'; any other number stays as it is. */
export function phone(number: string): string {
  if (/^\+316\d{8}$/.test(number)) return `0${number.slice(3).replace(/(\d)(?=(\d\d)+$)/g, "$1 ")}`;
  return number.replace(/^\+31(\d{2})(\d{3})(\d{2})(\d{2})$/, "0$1 $2 $3 $4");
}
