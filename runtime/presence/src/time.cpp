// SPDX-License-Identifier: MIT
#include <presentity/presence/time.hpp>

namespace presentity::presence {

std::optional<TimePoint> to_instant(const DateTime& time) noexcept {
  if (time.year > 9999) return std::nullopt;
  auto utc = time;
  if (!utc.offset) utc.offset = UtcOffset{};
  return to_sys_time<std::chrono::milliseconds>(utc);
}

DateTime to_publish_time(TimePoint time) noexcept {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
  auto result = to_date_time(seconds);
  result.fraction = (time - seconds).count();
  result.fraction_digits = 3;
  result.offset.reset();
  return result;
}

}  // namespace presentity::presence
