-- Charges a request to all of its policies or to none, by the generic cell rate algorithm.
-- KEYS[i]: the theoretical arrival time (TAT) of policy i, in microseconds.
-- ARGV[1]: 1 where the units were used already and nothing is to be refused, else 0.
-- ARGV[2i], ARGV[2i+1]: what the request costs policy i, and what a whole burst costs, in microseconds.
-- Answers this server's time, whether the request was charged (1) or refused (0), and the TATs before it.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local charged = 1
local answer = {now, charged}
local after = {}
for i, key in ipairs(KEYS) do
  local tat = tonumber(redis.call('GET', key) or 0)
  answer[i + 2] = tat
  after[i] = math.max(now, tat) + ARGV[2 * i]
  if ARGV[1] == '0' and after[i] - ARGV[2 * i + 1] > now then
    charged = 0
  end
end
if charged == 1 then
  for i, key in ipairs(KEYS) do
    -- Kept until it is past, when it means the same as none.
    redis.call('SET', key, string.format('%.0f', after[i]), 'PX', math.ceil((after[i] - now) / 1000))
  end
end
answer[2] = charged
return answer
