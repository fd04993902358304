// How far a word as it was typed is from one that is known, in slips of spelling: 0 for none.
// A weighted edit distance with swaps. Vowels, h and sounds that are written alike cost less than other letters.

const vowels = 'aeiou'
const alike = new Set([
  'bp', 'ck', 'cs', 'dt', 'fp', 'fv', 'gj', 'gk', 'jy', 'iy', 'kq', 'mn', 'pv', 'sz', 'jz', 'uw', 'lr', 'bv', 'kx',
])

function replacing(a, b) {
  if (a === b) return 0
  if (vowels.includes(a) && vowels.includes(b)) return 0.5
  return alike.has(a < b ? a + b : b + a) ? 0.5 : 1
}

const leavingOut = letter => letter === 'h' ? 0.4 : vowels.includes(letter) ? 0.5 : 1

// How far a word may be from one of so many letters.
export const reach = length => length < 3 ? 0 : length < 4 ? 0.5 : length < 6 ? 1 : 2

// The distance, or Infinity if it is more than `limit`. Where only the beginning of `word` is like what was typed,
// the rest costs a little; so does an ending of what was typed that `word` lacks, as in tahune for tahu.
export function distance(typed, word, limit) {
  let [before, row] = [[], [0]]
  for (let j = 0; j < word.length; j++) row.push(row[j] + leavingOut(word[j]))
  let ending = Infinity
  for (let i = 1; i <= typed.length; i++) {
    const [a, earlier] = [typed[i - 1], before]
    before = row
    row = [before[0] + leavingOut(a)]
    let least = row[0]
    for (let j = 1; j <= word.length; j++) {
      const b = word[j - 1]
      let cost = Math.min(
        before[j - 1] + replacing(a, b) * (i === 1 && j === 1 ? 1.5 : 1),
        before[j] + leavingOut(a), row[j - 1] + leavingOut(b))
      if (i > 1 && j > 1 && a === word[j - 2] && b === typed[i - 2]) cost = Math.min(cost, earlier[j - 2] + 0.6)
      row.push(cost)
      least = Math.min(least, cost)
    }
    const rest = typed.length - i
    if (rest > 0 && rest <= 3 && word.length > 3) ending = Math.min(ending, row[word.length] + 0.3 * rest)
    if (least > limit && ending > limit) return Infinity
  }
  let best = Math.min(row[word.length], ending)
  if (typed.length > 3) {
    for (let j = typed.length - 1; j < word.length; j++) {
      best = Math.min(best, row[j] + 0.3 + 0.05 * (word.length - j))
    }
  }
  return best <= limit ? best : Infinity
}
