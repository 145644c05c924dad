-- statements that all differ, each on the next of the pledges in a file
local pledges = {}
function init()
  wrk.headers["Content-Type"] = "application/json"
  wrk.headers["Authorization"] = "Bearer " .. os.getenv("BENCH_TOKEN")
  for id in io.lines(os.getenv("BENCH_PLEDGES")) do
    pledges[#pledges + 1] = id
  end
end

local n = 0
function request()
  n = n + 1
  local day = os.date("!%Y-%m-%d", 1767225600 + (n % 300) * 86400)
  local body = string.format(
    '{"position":"PLEDGED","amount":{"low":%d,"high":%d,"unit":"troops"},"wording":"as told to the press, the %dth time",'
      .. '"place":"IN_UKRAINE","saidOn":"%s","evidence":"OFFICIAL","speaker":"Minister of Defence",'
      .. '"source":{"title":"Statement %d","publisher":"Ministry of Defence","url":"https://example.org/%d",'
      .. '"publishedOn":"%s"}}',
    n % 1000, n % 1000 + 500, n, day, n, n, day)
  return wrk.format("POST", "/v1/pledges/" .. pledges[n % #pledges + 1] .. "/statements", nil, body)
end
