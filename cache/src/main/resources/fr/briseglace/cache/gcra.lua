-- Charges requests, one after the other, each to all of its policies or to none, by the generic cell rate algorithm.
-- KEYS: of each request in turn, the theoretical arrival times (TAT) of its policies, in microseconds.
-- ARGV: of each request in turn, 1 where its units were used already and nothing is to be refused, else 0; how many
-- policies it has; and for each of them what the request costs it and what a whole burst costs, in microseconds.
-- Answers this server's time and then, of each request in turn, whether it was charged (1) or refused (0), and the TATs
-- before it.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local answer = {now}
local tats, changed = {}, {}
local read, asked = 0, 0
while asked < #ARGV do
  local debit, policies = ARGV[asked + 1] == '1', tonumber(ARGV[asked + 2])
  asked = asked + 2
  local place = #answer + 1
  local charged = 1
  local after = {}
  for i = 1, policies do
    local key = KEYS[read + i]
    local tat = tats[key]
    if not tat then
      tat = tonumber(redis.call('GET', key) or 0)
      tats[key] = tat
    end
    answer[place + i] = tat
    after[i] = math.max(now, tat) + ARGV[asked + 2 * i - 1]
    if not debit and after[i] - ARGV[asked + 2 * i] > now then
      charged = 0
    end
  end
  answer[place] = charged
  if charged == 1 then
    for i = 1, policies do
      local key = KEYS[read + i]
      tats[key] = after[i]
      changed[key] = true
    end
  end
  read = read + policies
  asked = asked + 2 * policies
end
for key in pairs(changed) do
  -- Kept until it is past, when it means the same as none.
  redis.call('SET', key, string.format('%.0f', tats[key]), 'PX', math.ceil((tats[key] - now) / 1000))
end
return answer
