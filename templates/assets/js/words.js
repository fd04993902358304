// The words of a text, each brought to one spelling: gethuk, Gétuk and getuk are the same.
// FoldedWords.swift does so for the index; Tests/Browser/search_words.tsv holds both to it.

const plain = new Map()
for (const group of [
  'aàáâãäåāăąæ', 'cçćĉċč', 'dďđð', 'eèéêëēĕėęě', 'gĝğġģ', 'hĥħ', 'iìíîïĩīĭįıĳ', 'jĵ', 'kķĸ', 'lĺļľŀł', 'nñńņňŉŋ',
  'oòóôõöøōŏőœ', 'rŕŗř', 'sśŝşšßſ', 'tţťŧþ', 'uùúûüũūŭůűų', 'wŵ', 'yýÿŷ', 'zźżž',
  'aÀÁÂÃÄÅĀĂĄÆ', 'cÇĆĈĊČ', 'dĎĐÐ', 'eÈÉÊËĒĔĖĘĚ', 'gĜĞĠĢ', 'hĤĦ', 'iÌÍÎÏĨĪĬĮİĲ', 'jĴ', 'kĶ', 'lĹĻĽĿŁ', 'nÑŃŅŇŊ',
  'oÒÓÔÕÖØŌŎŐŒ', 'rŔŖŘ', 'sŚŜŞŠ', 'tŢŤŦÞ', 'uÙÚÛÜŨŪŬŮŰŲ', 'wŴ', 'yÝŸŶ', 'zŹŻŽ',
]) for (const letter of group.slice(1)) plain.set(letter, group[0])

const vanishing = /^['ʼ‘’\u0300-\u036f]$/
// Scripts other than Latin, without the blocks of punctuation and symbols.
const otherLetter = /^[\u0180-\u1fff\u2c00-\u2fff\u3040-\ud7ff]$/
const modern = { oe: 'u', dj: 'j', tj: 'c', ph: 'f' }

export function wordsOf(text) {
  let letters = ''
  for (const character of text) {
    if (/[a-z0-9]/i.test(character) && character < '\x7f') letters += character.toLowerCase()
    else if (vanishing.test(character)) continue
    else letters += plain.get(character) ?? (otherLetter.test(character) ? character : ' ')
  }
  return letters.split(' ').map(word => word
    .replace(/oe|dj|tj|ph|[bcdgkst]h/g, pair => modern[pair] ?? pair[0])
    .replace(/([a-z])\1+/g, '$1')).filter(Boolean)
}
