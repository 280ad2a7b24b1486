// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace presentity::cli {

/// Hands finished items from many threads to one, in the order of their numbers.
///
/// At most `window` items wait; a thread that is further ahead sleeps. Items are numbered from 0.
template <class Item>
class OrderedQueue {
 public:
  OrderedQueue(std::size_t count, std::size_t window) : count_(count), slots_(window) {}

  /// Returns the number of an item to work on, or nothing if there is no more.
  std::optional<std::size_t> claim() {
    std::unique_lock lock(mutex_);
    space_.wait(lock,
                [&] { return stopped_ || next_ >= count_ || next_ < taken_ + slots_.size(); });
    if (stopped_ || next_ >= count_) return std::nullopt;
    return next_++;
  }

  void put(std::size_t number, Item item) {
    const std::lock_guard lock(mutex_);
    slots_[number % slots_.size()] = std::move(item);
    if (number == taken_) ready_.notify_one();
  }

  /// Returns the next item, when it is there.
  Item take() {
    std::unique_lock lock(mutex_);
    auto& slot = slots_[taken_ % slots_.size()];
    ready_.wait(lock, [&] { return failure_ || slot.has_value(); });
    if (failure_) std::rethrow_exception(failure_);
    Item item = std::move(*slot);
    slot.reset();
    ++taken_;
    space_.notify_all();
    return item;
  }

  /// No more items; `take` throws the exception, if there is one.
  void stop(std::exception_ptr failure = nullptr) {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    if (failure) failure_ = std::move(failure);
    space_.notify_all();
    ready_.notify_one();
  }

 private:
  std::mutex mutex_;
  std::condition_variable space_;
  std::condition_variable ready_;
  std::size_t count_;
  std::size_t next_ = 0;
  std::size_t taken_ = 0;
  std::vector<std::optional<Item>> slots_;
  std::exception_ptr failure_;
  bool stopped_ = false;
};

/// Stops the queue and waits for the threads, however the scope is left.
template <class Item>
struct WorkerGroup {
  OrderedQueue<Item>& queue;
  std::vector<std::thread> threads = {};

  explicit WorkerGroup(OrderedQueue<Item>& items) : queue(items) {}
  WorkerGroup(const WorkerGroup&) = delete;
  WorkerGroup& operator=(const WorkerGroup&) = delete;
  ~WorkerGroup() {
    queue.stop();
    for (auto& thread : threads) thread.join();
  }

  template <class Work>
  void start(std::size_t jobs, const Work& work) {
    try {
      while (threads.size() < jobs) threads.emplace_back([this, &work] { serve(work); });
    } catch (const std::system_error&) {
      // The system gives no more threads; those that run will do.
      if (threads.empty()) throw;
    }
  }

  template <class Work>
  void serve(const Work& work) noexcept {
    try {
      while (const auto number = queue.claim()) queue.put(*number, work(*number));
    } catch (...) {
      queue.stop(std::current_exception());
    }
  }
};

/// Calls `emit(work(i))` for every i below `count`, in order. `work` is called in up to `jobs`
/// threads, `emit` in this one. An exception of either ends the loop and is passed on.
template <class Work, class Emit>
void for_each_in_order(std::size_t count, std::size_t jobs, const Work& work, const Emit& emit) {
  using Item = std::invoke_result_t<const Work&, std::size_t>;
  jobs = std::min(jobs, count);
  if (jobs <= 1) {
    for (std::size_t i = 0; i < count; ++i) emit(work(i));
    return;
  }

  constexpr std::size_t ahead = 8;  // Items a thread may be ahead, on average.
  OrderedQueue<Item> queue(count, jobs * ahead);
  WorkerGroup<Item> workers(queue);
  workers.start(jobs, work);
  for (std::size_t i = 0; i < count; ++i) emit(queue.take());
}

}  // namespace presentity::cli
