/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-text-view: a text view that is as tall as its text, at any width.
 *
 * GtkTextView knows its height only once it has been laid out, so in a column of rows it would jump, and GTK would find its sizes
 * to contradict each other. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MOU_TYPE_TEXT_VIEW (mou_text_view_get_type ())
G_DECLARE_FINAL_TYPE (MouTextView, mou_text_view, MOU, TEXT_VIEW, GtkTextView)

G_END_DECLS
