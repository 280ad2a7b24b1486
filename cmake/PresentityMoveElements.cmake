# SPDX-License-Identifier: MIT

# cmake -D FILE=<generated .cpp> -P PresentityMoveElements.cmake
#
# With --std c++11, xsdcxx 4.0.0 writes element classes whose constructor copies a unique_ptr
# instead of moving it. Later releases write the move; then this changes nothing.
file(READ ${FILE} text)
string(REPLACE ": value_ (p, 0)" ": value_ (::std::move (p), 0)" text "${text}")
file(WRITE ${FILE} "${text}")
