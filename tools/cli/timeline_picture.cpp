// SPDX-License-Identifier: MIT
#include "cli/timeline_picture.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <span>

namespace presentity::cli {
namespace {

using namespace presence;
using std::chrono::milliseconds;

constexpr std::size_t most_ticks = 7;

std::string hexadecimal(std::uint32_t number) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "0x";
  for (int shift = 28; shift >= 0; shift -= 4) text += digits[number >> shift & 0xFU];
  return text;
}

std::string mode_of(std::uint32_t availability) {
  return std::string(availability_range(availability_class(availability)).name);
}

std::string doing(const Activity& activity) {
  if (!activity.token.empty() || activity.custom.empty()) return activity.token;
  return "\"" + activity.custom.front().text + "\"";
}

std::string state_text(std::uint32_t availability, const std::string& activity) {
  return mode_of(availability) + " (" + std::to_string(availability) + ")" +
         (activity.empty() ? "" : ", " + activity);
}

std::string numbers(const std::vector<ContainerId>& containers) {
  std::string text;
  for (const auto container : containers) {
    text += (text.empty() ? "" : ", ") + std::to_string(container);
  }
  return text;
}

std::string list(const std::vector<ContainerId>& containers) {
  return (containers.size() == 1 ? "container " : "containers ") + numbers(containers);
}

std::string in_words(StretchEnd end) {
  switch (end) {
    case StretchEnd::none:
      return "goes on";
    case StretchEnd::published:
      return "was published";
    case StretchEnd::replaced:
      return "was published again";
    case StretchEnd::expired:
      return "expired by itself";
    case StretchEnd::removed:
      return "was removed";
    case StretchEnd::signed_out:
      return "ended: its endpoint signed out";
    case StretchEnd::working_hours:
      break;
  }
  return "began or ended";
}

bool is_of(const NamedInput& input, const InputRow& row) {
  return input.instance == row.instance &&
         std::ranges::find(row.containers, input.container) != row.containers.end();
}

// What is known of the source: the kind, and where the endpoint is.
std::string plain_label(const InputRow& row) {
  const auto& last = row.stretches.back().input;
  if (last.kind == InputKind::user_state || last.kind == InputKind::timed_user_state) {
    return "status set by hand";
  }
  std::string label(to_string(last.kind));
  if (last.place.location) label += ", " + *last.place.location;
  return label;
}

/// Makes the rows.
class Painter {
 public:
  Painter(const Timeline& timeline, TimePoint edge) : timeline_(timeline), edge_(edge) {
    for (const auto& row : timeline.inputs) labels_.push_back(plain_label(row));
    const auto plain = labels_;
    for (std::size_t index = 0; index < labels_.size(); ++index) {
      if (std::ranges::count(plain, plain[index]) > 1)
        labels_[index] += ", " + mark_of(index, plain);
    }
  }

  std::vector<PictureRow> rows() const {
    std::vector<PictureRow> rows;
    for (std::size_t index = 0; index < labels_.size(); ++index) rows.push_back(input_row(index));
    for (std::size_t index = 0; index < timeline_.aggregates.size(); ++index) {
      if (!has_earlier_twin(index)) rows.push_back(aggregate_row(index));
    }
    return rows;
  }

 private:
  // What tells apart rows with one label: the endpoint, else the containers, else the instance.
  [[nodiscard]] std::string mark_of(std::size_t index,
                                    const std::vector<std::string>& plain) const {
    const auto& row = timeline_.inputs[index];
    const auto is_alike = [&](auto same) {
      for (std::size_t other = 0; other < plain.size(); ++other) {
        if (other != index && plain[other] == plain[index] && same(timeline_.inputs[other])) {
          return true;
        }
      }
      return false;
    };
    const auto& endpoint = row.stretches.back().input.endpoint_id;
    if (!endpoint.empty() && !is_alike([&](const InputRow& other) {
          return other.stretches.back().input.endpoint_id == endpoint;
        })) {
      return endpoint.substr(0, 8);
    }
    const auto instance = hexadecimal(row.instance);
    const bool is_other_container =
        is_alike([&](const InputRow& other) { return other.instance == row.instance; });
    return is_other_container ? list(row.containers) : instance;
  }

  [[nodiscard]] std::string label_of(const NamedInput& input) const {
    for (std::size_t index = 0; index < labels_.size(); ++index) {
      if (is_of(input, timeline_.inputs[index])) return labels_[index];
    }
    return std::string(to_string(input.kind));
  }

  [[nodiscard]] PictureRow input_row(std::size_t index) const {
    const auto& row = timeline_.inputs[index];
    PictureRow picture;
    picture.label = labels_[index];
    const auto& last = row.stretches.back().input;
    picture.detail = std::string(to_string(last.kind)) + " " + hexadecimal(row.instance) + " in " +
                     list(row.containers);
    if (!last.endpoint_id.empty()) picture.endpoint = ", endpoint " + last.endpoint_id;
    for (const auto& stretch : row.stretches) picture.bars.push_back(bar_of(stretch));
    add_wins(row, picture);
    return picture;
  }

  void add_wins(const InputRow& row, PictureRow& picture) const {
    for (const auto& aggregate : timeline_.aggregates) {
      for (const auto& stretch : aggregate.stretches) {
        if (!stretch.winner || !is_of(*stretch.winner, row)) continue;
        picture.wins.emplace_back(stretch.begin, stretch.end.value_or(edge_));
      }
    }
  }

  [[nodiscard]] PictureRow aggregate_row(std::size_t index) const {
    const auto& row = timeline_.aggregates[index];
    std::vector<ContainerId> containers;
    std::vector<ContainerId> sources;
    for (const auto& other : timeline_.aggregates) {
      if (!is_twin(row, other)) continue;
      containers.push_back(other.container);
      const auto source = *aggregated_from(other.container);
      if (std::ranges::find(sources, source) == sources.end()) sources.push_back(source);
    }
    PictureRow picture;
    picture.label = "watchers of " + numbers(containers);
    picture.detail = "aggregated from " + list(sources);
    picture.is_aggregate = true;
    for (const auto& stretch : row.stretches) picture.bars.push_back(bar_of(stretch));
    return picture;
  }

  [[nodiscard]] bool has_earlier_twin(std::size_t index) const {
    return std::ranges::any_of(std::span(timeline_.aggregates).first(index), [&](const auto& row) {
      return is_twin(row, timeline_.aggregates[index]);
    });
  }

  // Whether the watchers of two containers saw the same, for reasons that look the same.
  [[nodiscard]] bool is_twin(const AggregateRow& a, const AggregateRow& b) const {
    return std::ranges::equal(a.stretches, b.stretches, [&](const auto& one, const auto& other) {
      return one.begin == other.begin && one.end == other.end &&
             one.availability == other.availability && one.activity == other.activity &&
             one.display == other.display && one.decided_by == other.decided_by &&
             winner_of(one) == winner_of(other) && reason_of(one) == reason_of(other);
    });
  }

  [[nodiscard]] std::string winner_of(const AggregateStretch& stretch) const {
    return stretch.winner ? label_of(*stretch.winner) : "no machine state";
  }

  [[nodiscard]] std::string reason_of(const AggregateStretch& stretch) const {
    if (stretch.ended_by == StretchEnd::none) return "it goes on";
    const auto name = stretch.ended_with ? label_of(*stretch.ended_with) : "working hours";
    return name + " " + in_words(stretch.ended_by);
  }

  [[nodiscard]] Bar bar_of(const InputStretch& stretch) const {
    const auto& input = stretch.input;
    std::string activity;
    if (!input.activities.empty()) activity = doing(input.activities.front());
    Bar bar;
    bar.begin = stretch.begin;
    bar.end = stretch.end.value_or(edge_);
    bar.goes_on = !stretch.end;
    bar.ends_alone = stretch.end && stretch.ended_by != StretchEnd::replaced;
    bar.ended_by = to_string(stretch.ended_by);
    bar.reason = "it " + in_words(stretch.ended_by);
    if (input.availability) {
      bar.availability = availability_class(*input.availability);
      bar.state = state_text(*input.availability, activity);
      bar.display = mode_of(*input.availability);
    } else {
      bar.display = "no availability";
      bar.state = bar.display + (activity.empty() ? "" : ", " + activity);
    }
    return bar;
  }

  [[nodiscard]] Bar bar_of(const AggregateStretch& stretch) const {
    Bar bar;
    bar.begin = stretch.begin;
    bar.end = stretch.end.value_or(edge_);
    bar.goes_on = !stretch.end;
    bar.availability = availability_class(stretch.availability);
    bar.state = state_text(stretch.availability,
                           stretch.activity ? doing(*stretch.activity) : std::string());
    bar.display = stretch.display;
    bar.winner = winner_of(stretch);
    bar.rule = entry_of(stretch.decided_by).id;
    bar.reason = reason_of(stretch);
    return bar;
  }

  const Timeline& timeline_;
  TimePoint edge_;
  std::vector<std::string> labels_;  // Of the inputs.
};

// A picture of one instant has a length, too; and what begins at the end must be seen.
TimePoint edge_of(const Timeline& timeline) {
  constexpr auto least = std::chrono::minutes(1);
  constexpr int share = 16;
  const auto length = timeline.to - timeline.from;
  const auto margin = std::max<milliseconds>(least, length / share);
  const auto begins_late = [&](const auto& row) {
    return !row.stretches.empty() && timeline.to - row.stretches.back().begin < margin;
  };
  const bool needs_margin = std::ranges::any_of(timeline.inputs, begins_late) ||
                            std::ranges::any_of(timeline.aggregates, begins_late);
  return needs_margin ? timeline.to + margin : timeline.to;
}

std::vector<Tick> make_ticks(TimePoint from, TimePoint to) {
  using namespace std::chrono;
  constexpr std::array<seconds, 19> steps = {
      seconds(1), seconds(5), seconds(15), minutes(1), minutes(5),    minutes(15), minutes(30),
      hours(1),   hours(2),   hours(3),    hours(6),   hours(12),     days(1),     days(2),
      days(7),    days(28),   days(91),    days(365),  days(365 * 10)};
  const auto length = to - from;
  const auto* step = std::ranges::find_if(
      steps, [&](seconds one) { return length / one < static_cast<std::int64_t>(most_ticks); });
  const milliseconds chosen =
      step == steps.end() ? duration_cast<milliseconds>(days(365'00)) : *step;
  std::vector<Tick> ticks;
  auto count = from.time_since_epoch() / chosen;
  if (from.time_since_epoch() % chosen > milliseconds(0)) ++count;
  std::string day;
  for (; TimePoint(count * chosen) <= to; ++count) {
    const TimePoint at(count * chosen);
    auto text = minute_text(at);
    const auto date = text.substr(0, text.find(' '));
    if (chosen >= days(1)) {
      text = date;
    } else if (date == day) {
      text = text.substr(text.find(' ') + 1);
    }
    day = date;
    ticks.push_back({at, std::move(text)});
  }
  return ticks;
}

}  // namespace

double Picture::place(TimePoint time, double width) const {
  const auto length = static_cast<double>((edge - from).count());
  const auto offset = static_cast<double>((time - from).count());
  return std::clamp(offset / length, 0.0, 1.0) * width;
}

std::string minute_text(TimePoint time) {
  auto text = to_string(to_publish_time(time));
  text[text.find('T')] = ' ';
  text.resize(text.find('.'));
  if (text.ends_with(":00")) text.resize(text.size() - 3);
  return text;
}

char letter_of(AvailabilityClass availability) {
  constexpr std::array<char, 9> letters = {'?', 'A', 'a', 'B', 'b', 'D', 'R', 'W', '-'};
  return letters.at(static_cast<std::size_t>(availability));
}

std::string_view name_of(AvailabilityClass availability) {
  return availability == AvailabilityClass::undefined ? "no availability"
                                                      : availability_range(availability).name;
}

std::set<AvailabilityClass> classes_in(const Picture& picture) {
  std::set<AvailabilityClass> classes;
  for (const auto& row : picture.rows) {
    for (const auto& bar : row.bars) classes.insert(bar.availability);
  }
  return classes;
}

std::string span_text(const Bar& bar) {
  const auto begin = minute_text(bar.begin);
  if (bar.goes_on) return begin + ", goes on";
  auto end = minute_text(bar.end);
  const auto date = begin.substr(0, begin.find(' ') + 1);
  if (end.starts_with(date)) end.erase(0, date.size());
  return begin + " to " + end;
}

Picture make_picture(const Timeline& timeline, std::string owner) {
  Picture picture;
  picture.owner = std::move(owner);
  picture.from = timeline.from;
  picture.to = timeline.to;
  picture.edge = edge_of(timeline);
  picture.rows = Painter(timeline, picture.edge).rows();
  picture.ticks = make_ticks(picture.from, picture.edge);
  return picture;
}

}  // namespace presentity::cli
