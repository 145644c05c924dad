-- a thousand questions, one after the other
local n = 0
request = function()
  n = n + 1
  local day = os.date("!%Y-%m-%d", 1735689600 + (n % 1000) * 86400)
  return wrk.format("GET", "/v1/coverage?validAt=" .. day)
end
