// SPDX-License-Identifier: MIT
#include <presentity/box.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

using presentity::Box;

namespace {

/// Contains itself in every way that generated code uses.
struct Node {
  std::string name;
  Box<Node> next;
  std::optional<Box<Node>> parent;
  std::vector<Box<Node>> children;
  std::variant<int, Box<Node>> choice;

  friend bool operator==(const Node&, const Node&) = default;
};

static_assert(std::is_nothrow_move_constructible_v<Box<Node>>);
static_assert(std::is_nothrow_move_assignable_v<Box<Node>>);
static_assert(!std::is_convertible_v<Node, Box<Node>>);

Node node(std::string name) {
  Node result;
  result.name = std::move(name);
  return result;
}

}  // namespace

TEST_SUITE("box") {
  TEST_CASE("a new box has a default value") {
    const Box<Node> box;
    CHECK(box->name.empty());
    CHECK(box == Box<Node>(Node{}));
    CHECK(box->next->next->next == box);
  }

  TEST_CASE("a box is written through") {
    Node root = node("a");
    root.next->name = "b";
    (*root.next).next->name = "c";
    root.children.emplace_back(node("d"));
    root.parent.emplace();
    root.choice = Box<Node>(node("e"));

    CHECK(root.next->name == "b");
    CHECK(root.next->next->name == "c");
    CHECK(root.children.front()->name == "d");
    CHECK((*root.parent)->name.empty());
  }

  TEST_CASE("a copy is a copy of the value") {
    Node first = node("a");
    first.next->name = "b";
    Node second = first;
    CHECK(second == first);
    second.next->name = "c";
    CHECK(first.next->name == "b");
    CHECK(second != first);
    second = first;
    CHECK(second == first);
  }

  TEST_CASE("a box may be given what is inside of it") {
    Box<Node> box(node("a"));
    box->next->name = "b";
    box->next->next->name = "c";
    const auto& inside = box->next;
    box = inside;
    CHECK(box->name == "b");
    CHECK(box->next->name == "c");
    box = std::move(box->next);
    CHECK(box->name == "c");
    auto& same = box;
    box = same;
    CHECK(box->name == "c");
    box = std::move(same);
    CHECK(box->name == "c");
  }

  TEST_CASE("a box that was moved from has a default value") {
    Box<Node> first(node("a"));
    const Box<Node> second = std::move(first);
    CHECK(second->name == "a");
    CHECK(first == Box<Node>());  // NOLINT(bugprone-use-after-move): this is what is promised
    first->name = "b";
    CHECK(first->name == "b");
  }

  TEST_CASE("a written default is equal to an untouched one") {
    Box<Node> touched;
    touched->name = "";
    touched->next->next->name = "";
    CHECK(touched == Box<Node>());
    touched->next->next->name = "x";
    CHECK(touched != Box<Node>());
  }
}
