// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

struct _xmlError;

/// \file
/// The two things that libxml2 and libxslt have once for a whole process, and what makes them safe:
/// the allocator and the handler for errors. Both are replaced once, by functions that do what was
/// done before unless the calling thread is in a `MemoryMeter` or `ErrorCapture`.

namespace presentity::grammar::detail {

/// Prepares the libraries; any thread may call it, any number of times. Returns whether memory is
/// counted: it is not if the program has replaced libxml2's allocator since the first call.
[[nodiscard]] bool prepare_libxslt();

/// Counts what the libraries allocate in this thread, while it lives. What is freed still counts,
/// so the number bounds the memory and the work of filling it.
///
/// Allocations never fail because of it: libxml2 does not survive that everywhere. Instead
/// `on_excess` is called, once, and must make the libraries stop.
class MemoryMeter {
 public:
  using OnExcess = void (*)(void* argument);

  MemoryMeter(std::size_t budget, OnExcess on_excess, void* argument);
  MemoryMeter(const MemoryMeter&) = delete;
  MemoryMeter& operator=(const MemoryMeter&) = delete;
  ~MemoryMeter();

  void count(std::size_t bytes) noexcept;

  [[nodiscard]] std::size_t counted() const noexcept { return counted_; }
  [[nodiscard]] bool is_exceeded() const noexcept { return counted_ > budget_; }

 private:
  MemoryMeter* outer_;
  std::size_t budget_;
  std::size_t counted_ = 0;
  OnExcess on_excess_;
  void* argument_;
};

/// Keeps what the libraries say in this thread, while it lives, instead of printing it.
class ErrorCapture {
 public:
  ErrorCapture();
  ErrorCapture(const ErrorCapture&) = delete;
  ErrorCapture& operator=(const ErrorCapture&) = delete;
  ~ErrorCapture();

  void add(const char* text);

  /// Everything, one part after the other; cut where it is too long.
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

 private:
  static void structured(void* capture, _xmlError* error);

  ErrorCapture* outer_;
  void (*outer_structured_)(void*, _xmlError*);
  void* outer_argument_;
  void (*outer_generic_)(void*, const char*, ...);
  void* outer_generic_argument_;
  std::string text_;
};

/// A handler of errors that gives the message to the capture of this thread.
void capture_error(void*, const char* format, ...);

}  // namespace presentity::grammar::detail
