using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorkBridge.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LadderAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "PlacementId",
                table: "OneTimeLinks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Step",
                table: "OneTimeLinks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndReason",
                table: "FollowUps",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Going",
                table: "FollowUps",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LastDay",
                table: "FollowUps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Trouble",
                table: "FollowUps",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WantsCall",
                table: "FollowUps",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_OneTimeLinks_PlacementId",
                table: "OneTimeLinks",
                column: "PlacementId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_OneTimeLinks_PlacementId",
                table: "OneTimeLinks");

            migrationBuilder.DropColumn(
                name: "PlacementId",
                table: "OneTimeLinks");

            migrationBuilder.DropColumn(
                name: "Step",
                table: "OneTimeLinks");

            migrationBuilder.DropColumn(
                name: "EndReason",
                table: "FollowUps");

            migrationBuilder.DropColumn(
                name: "Going",
                table: "FollowUps");

            migrationBuilder.DropColumn(
                name: "LastDay",
                table: "FollowUps");

            migrationBuilder.DropColumn(
                name: "Trouble",
                table: "FollowUps");

            migrationBuilder.DropColumn(
                name: "WantsCall",
                table: "FollowUps");
        }
    }
}
