// Telephone numbers as people read them.

/** '06 12 34 56 78' of a Dutch number in E.164; any other number as it is written. */
export function phone(number: string): string {
  if (/^\+316\d{8}$/.test(number)) return `0${number.slice(3).replace(/(\d)(?=(\d\d)+$)/g, "$1 ")}`;
  return number.replace(/^\+31(\d{2})(\d{3})(\d{2})(\d{2})$/, "0$1 $2 $3 $4");
}
