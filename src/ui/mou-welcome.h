/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-welcome: what a window without a document shows: how to begin, what a crash left, and what was open lately. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MOU_TYPE_WELCOME (mou_welcome_get_type ())
G_DECLARE_FINAL_TYPE (MouWelcome, mou_welcome, MOU, WELCOME, AdwBin)

/* Where the files opened lately are remembered. The page looks at disk and settings whenever it comes into sight. */
void mou_welcome_set_settings (MouWelcome *self, GSettings *settings);

G_END_DECLS
