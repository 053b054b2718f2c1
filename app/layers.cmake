# SPDX-FileCopyrightText: Pullpush contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# What every layer is compiled with. Linked PRIVATE by add_layer and by the tests.
add_library(house_options INTERFACE)
target_compile_definitions(house_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(house_options INTERFACE
    -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    # Who names the members that differ means the others to be as they are by default.
    -Wno-missing-field-initializers
    # Sources that are compiled as one would shadow what is private to another.
    $<$<NOT:$<BOOL:${CMAKE_UNITY_BUILD}>>:-Wshadow>
    # They are no main file then, and gcc takes what is private to one for part of an interface.
    $<$<AND:$<BOOL:${CMAKE_UNITY_BUILD}>,$<CXX_COMPILER_ID:GNU>>:-Wno-subobject-linkage>
    $<$<BOOL:${PULLPUSH_WERROR}>:-Werror>)
# Some two hundred tests are linked: lld takes a third of the time, where it is there.
find_program(PULLPUSH_LLD ld.lld)
if(PULLPUSH_LLD)
    add_link_options(-fuse-ld=lld)
endif()
if(PULLPUSH_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()

# One static library per folder. Its only include root holds one link with the layer's own name, so that
# `#include "storage/database.h"` compiles only for a target that links the layer.
function(add_layer name)
    cmake_parse_arguments(LAYER "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${LAYER_SOURCES})
    set(root ${PROJECT_BINARY_DIR}/include/${name})
    file(MAKE_DIRECTORY ${root})
    file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${root}/${name} SYMBOLIC)
    target_include_directories(${name} PUBLIC ${root})
    target_link_libraries(${name} PUBLIC ${LAYER_PUBLIC} PRIVATE house_options ${LAYER_PRIVATE})
    set_target_properties(${name} PROPERTIES AUTOUIC OFF AUTORCC OFF)
    set_property(GLOBAL APPEND PROPERTY PULLPUSH_LAYERS ${name})
endfunction()
