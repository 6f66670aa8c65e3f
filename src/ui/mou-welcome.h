/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-welcome: what a window without a document shows: how to begin, what a crash left, and what was open lately. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MOU_TYPE_WELCOME (mou_welcome_get_type ())
G_DECLARE_FINAL_TYPE (MouWelcome, mou_welcome, MOU, WELCOME, AdwBin)

/* Looks again at the disk and the settings. */
void mou_welcome_refresh (MouWelcome *self, GSettings *settings);

G_END_DECLS
