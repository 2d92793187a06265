-- Charges requests, one after the other, each to all of its policies or to none, by the generic cell rate algorithm.
-- KEYS: the theoretical arrival times (TAT) of all their policies, in microseconds, each once.
-- ARGV: of each request in turn, 1 where its units were used already and nothing is to be refused, else 0; how many
-- policies it has; and for each of them the place of its TAT among the keys, and what the request costs it and what a
-- whole burst costs, in microseconds.
-- Answers this server's time and then, of each request in turn, whether it was charged (1) or refused (0), and the TATs
-- before it.
-- A TAT that is past means the same as none. It is kept for a minute more at least and two at most, so that how long a
-- key is kept has to be said only once in each minute that its TAT moves through: that costs more than all else here.
local MINUTE = 60000000
-- What is looked up once.
local KEYS, ARGV, max, floor, tonumber, format = KEYS, ARGV, math.max, math.floor, tonumber, string.format

local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]

local tats, kept = {}, {}
for place, tat in ipairs(redis.call('MGET', unpack(KEYS))) do
  kept[place] = tat and floor(tat / MINUTE)
  tats[place] = tonumber(tat or 0)
end

local answer = {now}
local changed = {}
local at = 1
while at < #ARGV do
  local debit, first = ARGV[at] == '1', at + 2
  local last = at + 3 * ARGV[at + 1] + 1
  local said = #answer + 1
  local charged = 1
  for i = first, last, 3 do
    local tat = tats[tonumber(ARGV[i])]
    answer[said + (i - first) / 3 + 1] = tat
    if not debit and max(now, tat) + ARGV[i + 1] - ARGV[i + 2] > now then
      charged = 0
    end
  end
  answer[said] = charged
  if charged == 1 then
    for i = first, last, 3 do
      local place = tonumber(ARGV[i])
      tats[place] = max(now, tats[place]) + ARGV[i + 1]
      changed[place] = true
    end
  end
  at = last + 1
end

for place in pairs(changed) do
  local tat = format('%d', tats[place])
  local minute = floor(tats[place] / MINUTE)
  if kept[place] == minute then
    redis.call('SET', KEYS[place], tat, 'KEEPTTL')
  else
    redis.call('SET', KEYS[place], tat, 'PX', format('%d', ((minute + 2) * MINUTE - now) / 1000))
  end
end
return answer
