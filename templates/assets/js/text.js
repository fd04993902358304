// Numbers, sums and sentences as the generator writes them.

const grouped = (value, mark) => String(value).replace(/\B(?=(\d{3})+$)/g, mark)

export const rupiah = value => 'Rp' + grouped(value, '.')

export const number = (value, language) => grouped(value, language === 'id' ? '.' : ',')

// `one|many` chooses by whether `count` is 1; {0}, {1} stand for the values.
export function fill(pattern, values, count) {
  const [one, many = one] = pattern.split('|')
  return (count === 1 ? one : many).replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place)
}
